import { casesList } from '#shared/lists/cases.list.ts';
import { contactsList } from '#shared/lists/contacts.list.ts';
import { oldPartsList } from '#shared/lists/old-parts.list.ts';
import { reportsList } from '#shared/lists/reports.list.ts';
import { requisitionLinesList } from '#shared/lists/requisition-lines.list.ts';
import { requisitionsList } from '#shared/lists/requisitions.list.ts';
import { exportAudit } from '../desks/audit/audit.export.queries.ts';
import { listCases } from '../modules/cases/cases.queries.ts';
import { listContacts } from '../modules/contacts/contacts.queries.ts';
import { customersSheet } from '../modules/customers/customers.export.queries.ts';
import { listOldParts } from '../modules/old-parts/old-parts.queries.ts';
import { exportParts } from '../modules/parts/parts.export.queries.ts';
import { listRequisitionLines } from '../modules/requisitions/listed-lines.queries.ts';
import { listRequisitions } from '../modules/requisitions/requisitions.queries.ts';
import { listReports } from '../modules/reports/reports.queries.ts';
import { exportMonth } from '../modules/stock/month.export.queries.ts';
import { exportMovements } from '../modules/stock/movements.export.queries.ts';
import { unitsSheet } from '../modules/units/units.export.queries.ts';
import { toldSheet } from '../desks/lists/told-sheet.ts';

/** Every list that leaves the house as a file, by the procedure that hands it out. */
export const sheets = {
  'audit.exportList': exportAudit,
  'cases.exportList': toldSheet(casesList, listCases),
  'contacts.exportList': toldSheet(contactsList, listContacts),
  'customers.exportList': customersSheet,
  'oldParts.exportList': toldSheet(oldPartsList, listOldParts),
  'parts.exportList': exportParts,
  'reports.exportList': toldSheet(reportsList, listReports),
  'requisitions.exportLines': toldSheet(requisitionLinesList, listRequisitionLines, 'requisitions.linesName'),
  'requisitions.exportList': toldSheet(requisitionsList, listRequisitions),
  'stock.exportMonth': exportMonth,
  'stock.exportMovements': exportMovements,
  'units.exportList': unitsSheet,
} as const;

export type SheetName = keyof typeof sheets;
/** What a list is asked for. */
export type SheetInput<Name extends SheetName> = Parameters<(typeof sheets)[Name]>[1];
