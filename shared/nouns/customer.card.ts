import type { Card } from './card.ts';

const may = { 'customers.view': 'everybody', 'customers.edit': ['clerk', 'leader', 'admin'] } as const;

/** A firm or private person that is served (客户). */
export const customerCard = {
  code: 'h',
  path: '/customers',
  personal: true,
  attachable: true,
  may,
  duties: ['customerFile'],
} as const satisfies Card<never, keyof typeof may>;
