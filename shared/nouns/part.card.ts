import type { Card } from './card.ts';

const may = { 'parts.view': 'everybody', 'parts.edit': ['warehouse', 'leader', 'admin'] } as const;

/** An item of the spare-parts catalogue (备用件). */
export const partCard = {
  code: 'o',
  path: '/stock/parts',
  attachable: true,
  may,
} as const satisfies Card<never, keyof typeof may>;
