import type { customers as chinese } from '../zh-CN/customers.ts';

/** Customers, their people and telephone numbers. */
export const customers = {
  customers: 'Customers',
  customer: 'Customer',
  name: 'Name',
  kind: 'Kind',
  telephone: 'Telephone',
  telephones: 'Telephone',
  region: 'Region',
  address: 'Address',
  distanceClass: 'Distance',
  distanceKm: 'Distance (km)',
  importance: 'Importance',
  unitCount: 'Units',
  openCaseCount: 'Open cases',
  active: 'In use',
  notes: 'Notes',
  createdAt: 'On file since',
} as const satisfies Record<keyof typeof chinese, string>;
