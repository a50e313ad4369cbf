import { casesList } from '#shared/lists/cases.list.ts';
import { contactsList } from '#shared/lists/contacts.list.ts';
import { customersList } from '#shared/lists/customers.list.ts';
import { dutiesList } from '#shared/lists/duties.list.ts';
import { movementsList } from '#shared/lists/movements.list.ts';
import { receiptsList } from '#shared/lists/receipts.list.ts';
import { exportAudit } from '../desks/audit/audit.export.queries.ts';
import { listDuties } from '../desks/duties/duties.queries.ts';
import { listCases } from '../modules/cases/cases.queries.ts';
import { listContacts } from '../modules/contacts/contacts.queries.ts';
import { listCustomers } from '../modules/customers/customers.queries.ts';
import { listOldParts } from '../modules/old-parts/old-parts.queries.ts';
import { listParts } from '../modules/parts/parts.queries.ts';
import { listReports } from '../modules/reports/reports.queries.ts';
import { listRequisitionLines } from '../modules/requisitions/listed-lines.queries.ts';
import { listRequisitions } from '../modules/requisitions/requisitions.queries.ts';
import { oldPartsList } from '#shared/lists/old-parts.list.ts';
import { partsList } from '#shared/lists/parts.list.ts';
import { reportsList } from '#shared/lists/reports.list.ts';
import { requisitionLinesList } from '#shared/lists/requisition-lines.list.ts';
import { requisitionsList } from '#shared/lists/requisitions.list.ts';
import { unitsList } from '#shared/lists/units.list.ts';
import { exportMonth } from '../modules/stock/month.export.queries.ts';
import { listMovements } from '../modules/stock/movements.queries.ts';
import { listReceipts } from '../modules/stock/receipts.queries.ts';
import { listUnits } from '../modules/units/units.queries.ts';
import { duties } from '../roll/duties.ts';
import { toldSheet } from '../desks/lists/told-sheet.ts';

/** Every list that leaves the house as a file, by the procedure that hands it out. */
export const sheets = {
  'audit.exportList': exportAudit,
  'cases.exportList': toldSheet(casesList, listCases),
  'contacts.exportList': toldSheet(contactsList, listContacts),
  'customers.exportList': toldSheet(customersList, listCustomers),
  'duties.exportList': toldSheet(dutiesList, (tx, input: Parameters<typeof listDuties>[2]) =>
    listDuties(tx, duties, input),
  ),
  'oldParts.exportList': toldSheet(oldPartsList, listOldParts),
  'parts.exportList': toldSheet(partsList, listParts),
  'reports.exportList': toldSheet(reportsList, listReports),
  'requisitions.exportLines': toldSheet(requisitionLinesList, listRequisitionLines, 'requisitions.linesName'),
  'requisitions.exportList': toldSheet(requisitionsList, listRequisitions),
  'stock.exportMonth': exportMonth,
  'stock.exportMovements': toldSheet(movementsList, listMovements),
  'stock.exportReceipts': toldSheet(receiptsList, listReceipts),
  'units.exportList': toldSheet(unitsList, listUnits),
} as const;

export type SheetName = keyof typeof sheets;
/** What a list is asked for. */
export type SheetInput<Name extends SheetName> = Parameters<(typeof sheets)[Name]>[1];
