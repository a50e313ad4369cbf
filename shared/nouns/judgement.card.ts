import type { Card } from './card.ts';

const may = {
  'warranty.view': 'everybody',
  'warranty.judge': ['clerk', 'technician', 'leader', 'quality'],
  'warranty.overrule': ['leader'],
  'warranty.policies': ['admin'],
} as const;

/** What the warranty covers, computed and kept (三包判定); its permissions are those of the policies too. */
export const judgementCard = { prefix: 'PD', papers: ['warranty-judgement'], may } as const satisfies Card<
  never,
  keyof typeof may
>;
