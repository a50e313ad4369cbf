import type { cases as chinese } from '../zh-CN/cases.ts';

/** Cases: the list, the page of one case, and what happened to it. */
export const cases = {
  exportName: 'Cases',
  openedAt: 'Registered',
  customer: 'Customer',
  plate: 'Plate / serial no.',
  product: 'Model',
  category: 'Category',
  faultGroup: 'Fault group',
  urgency: 'Urgency',
  symptom: 'Symptom',
  owner: 'Owner',
  closedAt: 'Closed',
} as const satisfies Record<keyof typeof chinese, string>;
