import type { toolsContract } from '../tools.contract.ts';
import { editing, firstPage, idOf, type ManualOf } from './manual.ts';

const tool = {
  number: 'NLBS-01',
  name: '扭力扳手 40-200 N·m',
  category: '扭矩',
  keeperId: idOf('person'),
  checkIntervalDays: 180,
  purchaseDay: '2025-03-01',
  valueFen: 68_000,
  notes: '',
} as const;
const reason = '工地遗失';

export const toolsManual = {
  list: {
    summary:
      'Tools, a page at a time: all, those lent, overdue or due for a check, or those that one person holds.',
    example: { filter: { checkDue: true }, ...firstPage('nextCheckDay', false) },
  },
  get: { summary: 'One tool with its loans and checks.', example: { id: idOf('tool') } },
  create: {
    summary: 'Registers a tool, under its own number or the next one.',
    example: { ...tool, number: '', lastCheckDay: null },
    gives: 'tool',
  },
  edit: { summary: 'Changes a tool.', example: { ...editing('tool'), ...tool } },
  lend: {
    summary: 'Lends a tool in store to a person until a day, for a case or without one.',
    example: {
      ...editing('tool'),
      personId: idOf('person'),
      caseId: null,
      dueBackDay: '2027-01-31',
      notes: '含套筒 2 只',
    },
  },
  takeBack: {
    summary: 'Takes a lent tool back, in order or damaged.',
    example: { ...editing('tool'), isDamaged: false, remark: '' },
  },
  markChecked: {
    summary: 'Keeps what a check showed; the next one is due an interval later.',
    example: { ...editing('tool'), day: '2026-11-01', checkResult: 'ok', remark: '' },
  },
  askLose: {
    summary: 'Asks a leader to let a tool be lost, with a reason and a charge if there is one.',
    example: { ...editing('tool'), reason, chargeFen: 30_000 },
  },
  lose: {
    summary:
      'Signs that a tool is lost, with a reason and a charge if there is one; a loan ends with it. Nobody signs for a tool that they hold or asked for.',
    example: { ...editing('tool'), reason, chargeFen: 30_000 },
  },
  putBack: {
    summary: 'Puts a tool back in store that was repaired or found again.',
    example: { ...editing('tool'), reason: '已找到' },
  },
  retire: {
    summary: 'Puts a tool out of use for good, with a reason.',
    example: { ...editing('tool'), reason: '磨损报废' },
  },
  exportList: {
    summary: 'The list of tools as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { states: ['lent'] },
      sort: { by: 'dueBackDay', descending: false },
      columns: ['number', 'name', 'holderName', 'dueBackDay'],
    },
  },
} as const satisfies ManualOf<typeof toolsContract>;
