import { customersList } from '#shared/lists/customers.list.ts';
import { oldPartsList } from '#shared/lists/old-parts.list.ts';
import { partsList } from '#shared/lists/parts.list.ts';
import { unitsList } from '#shared/lists/units.list.ts';
import { exportAudit } from '../desks/audit/audit.export.queries.ts';
import { exportCases } from '../modules/cases/cases.export.queries.ts';
import { exportContacts } from '../modules/contacts/contacts.export.queries.ts';
import { listCustomers } from '../modules/customers/customers.queries.ts';
import { listOldParts } from '../modules/old-parts/old-parts.queries.ts';
import { listParts } from '../modules/parts/parts.queries.ts';
import { exportRequisitions } from '../modules/requisitions/requisitions.export.queries.ts';
import { exportReports } from '../modules/reports/reports.export.queries.ts';
import { exportMonth } from '../modules/stock/month.export.queries.ts';
import { exportMovements } from '../modules/stock/movements.export.queries.ts';
import { listUnits } from '../modules/units/units.queries.ts';
import { toldSheet } from '../desks/lists/told-sheet.ts';

/** Every list that leaves the house as a file, by the procedure that hands it out. */
export const sheets = {
  'audit.exportList': exportAudit,
  'cases.exportList': exportCases,
  'contacts.exportList': exportContacts,
  'customers.exportList': toldSheet(customersList, listCustomers),
  'oldParts.exportList': toldSheet(oldPartsList, listOldParts),
  'parts.exportList': toldSheet(partsList, listParts),
  'reports.exportList': exportReports,
  'requisitions.exportList': exportRequisitions,
  'stock.exportMonth': exportMonth,
  'stock.exportMovements': exportMovements,
  'units.exportList': toldSheet(unitsList, listUnits),
} as const;

export type SheetName = keyof typeof sheets;
/** What a list is asked for. */
export type SheetInput<Name extends SheetName> = Parameters<(typeof sheets)[Name]>[1];
