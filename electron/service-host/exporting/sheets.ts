import { movementsList } from '#shared/lists/movements.list.ts';
import { oldPartsList } from '#shared/lists/old-parts.list.ts';
import { receiptsList } from '#shared/lists/receipts.list.ts';
import { exportAudit } from '../desks/audit/audit.export.queries.ts';
import { exportCases } from '../modules/cases/cases.export.queries.ts';
import { exportContacts } from '../modules/contacts/contacts.export.queries.ts';
import { customersSheet } from '../modules/customers/customers.export.queries.ts';
import { listOldParts } from '../modules/old-parts/old-parts.queries.ts';
import { exportParts } from '../modules/parts/parts.export.queries.ts';
import { exportRequisitions } from '../modules/requisitions/requisitions.export.queries.ts';
import { exportReports } from '../modules/reports/reports.export.queries.ts';
import { exportMonth } from '../modules/stock/month.export.queries.ts';
import { listMovements } from '../modules/stock/movements.queries.ts';
import { listReceipts } from '../modules/stock/receipts.queries.ts';
import { unitsSheet } from '../modules/units/units.export.queries.ts';
import { toldSheet } from '../desks/lists/told-sheet.ts';

/** Every list that leaves the house as a file, by the procedure that hands it out. */
export const sheets = {
  'audit.exportList': exportAudit,
  'cases.exportList': exportCases,
  'contacts.exportList': exportContacts,
  'customers.exportList': customersSheet,
  'oldParts.exportList': toldSheet(oldPartsList, listOldParts),
  'parts.exportList': exportParts,
  'reports.exportList': exportReports,
  'requisitions.exportList': exportRequisitions,
  'stock.exportMonth': exportMonth,
  'stock.exportMovements': toldSheet(movementsList, listMovements),
  'stock.exportReceipts': toldSheet(receiptsList, listReceipts),
  'units.exportList': unitsSheet,
} as const;

export type SheetName = keyof typeof sheets;
/** What a list is asked for. */
export type SheetInput<Name extends SheetName> = Parameters<(typeof sheets)[Name]>[1];
