import type { CustomerRow } from '../contract/customers.contract.ts';
import { list } from './list.ts';

/** Firms and private persons that are served. */
export const customersList = list<CustomerRow, 'name' | 'createdAt'>('customer', {
  name: { grow: 3, width: 150, sort: true },
  telephones: { width: 226, grow: 2 },
  region: { width: 64 },
  unitCount: { width: 56 },
  openCaseCount: { width: 56 },
  kind: { width: 80, hidden: true },
  importance: { width: 86, hidden: true, words: 'importance' },
  address: { width: 200, hidden: true },
  distanceClass: { width: 80, hidden: true, words: 'distanceClass' },
  distanceKm: { width: 100, hidden: true },
  notes: { width: 180, hidden: true },
  active: { width: 60, hidden: true },
  createdAt: { sort: true, hidden: true },
});
