import type { Card } from './card.ts';

const may = {
  'units.view': 'everybody',
  'units.edit': ['clerk', 'technician', 'leader', 'admin'],
} as const;

/** One delivered vehicle or machine (产品档案). */
export const unitCard = {
  code: 'i',
  path: '/customers/units',
  personal: true,
  attachable: true,
  may,
  duties: ['warrantyCard'],
} as const satisfies Card<never, keyof typeof may>;
