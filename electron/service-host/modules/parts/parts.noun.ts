import { partsList } from '#shared/lists/parts.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { listParts } from './parts.queries.ts';

/** The part, as the desks know it. */
export const partNoun = {
  sheets: { 'parts.exportList': toldSheet(partsList, listParts) },
  naming: 'namesNobody',
} as const;
