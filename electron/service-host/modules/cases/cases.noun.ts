import { casesList } from '#shared/lists/cases.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { cases } from '../../schema/cases.tables.ts';
import { listCases } from './cases.queries.ts';
import { indexCase } from './cases.search.service.ts';

/** The case, as the desks know it. */
export const caseNoun = {
  sheets: { 'cases.exportList': toldSheet(casesList, listCases) },
  naming: { table: cases, names: { customer: cases.customerId, unit: cases.unitId }, index: indexCase },
} as const;
