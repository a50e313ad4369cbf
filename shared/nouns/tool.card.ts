import type { Card } from './card.ts';

export const toolStates = ['inStore', 'lent', 'damaged', 'lost', 'outOfUse'] as const;
export type ToolState = (typeof toolStates)[number];

const may = {
  'tools.view': 'everybody',
  'tools.write': ['warehouse', 'leader'],
  'tools.lend': ['warehouse'],
  'tools.check': ['warehouse', 'quality'],
  'tools.askLose': ['warehouse', 'technician'],
  'tools.lose': ['leader'],
} as const;

/** A tool of the workshop that is lent to people and checked at intervals (维修工具). */
export const toolCard = {
  code: 't',
  prefix: 'GJ',
  path: '/tools',
  attachable: true,
  states: toolStates,
  papers: ['tool-label', 'loan-slip'],
  may,
  acts: {
    edit: { from: ['inStore', 'lent', 'damaged', 'lost'], may: 'tools.write' },
    lend: { from: ['inStore'], may: 'tools.lend' },
    takeBack: { from: ['lent'], may: 'tools.lend' },
    markChecked: { from: ['inStore', 'damaged'], may: 'tools.check' },
    askLose: { from: ['inStore', 'lent', 'damaged'], may: 'tools.askLose', reason: true },
    lose: { from: ['inStore', 'lent', 'damaged'], may: 'tools.lose', reason: true },
    putBack: { from: ['damaged', 'lost'], may: 'tools.write', reason: true },
    retire: { from: ['inStore', 'damaged', 'lost'], may: 'tools.write', reason: true },
  },
  decisions: { 'tool.lose': { may: 'tools.lose', hasAmount: true } },
  duties: ['toolDueBack', 'toolCheckDue'],
} as const satisfies Card<ToolState, keyof typeof may>;
