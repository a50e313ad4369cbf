import { customersList } from '#shared/lists/customers.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { listCustomers } from './customers.queries.ts';

/** The customer, as the desks know it. */
export const customerNoun = {
  sheets: { 'customers.exportList': toldSheet(customersList, listCustomers) },
  naming: 'namesNobody',
} as const;
