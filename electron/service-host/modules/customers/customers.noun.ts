import { customersList } from '#shared/lists/customers.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { listCustomers } from './customers.queries.ts';
import { customerFile } from './customers.duties.ts';

/** The customer, as the desks know it. */
export const customerNoun = {
  sheets: { 'customers.exportList': toldSheet(customersList, listCustomers) },
  naming: 'namesNobody',
  duties: { customerFile },
} as const;
