import { unitsList } from '#shared/lists/units.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { units } from '../../schema/units.tables.ts';
import { listUnits } from './units.queries.ts';
import { indexUnit } from './units.search.service.ts';
import { warrantyCard } from './units.duties.ts';

/** The unit, as the desks know it. */
export const unitNoun = {
  sheets: { 'units.exportList': toldSheet(unitsList, listUnits) },
  naming: {
    table: units,
    names: { customer: units.customerId, product: units.productId },
    index: indexUnit,
  },
  duties: { warrantyCard },
} as const;
