import { oldPartsList } from '#shared/lists/old-parts.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import type { Noun } from '../../desks/noun.ts';
import { oldPartTag } from './old-parts.paper.ts';
import { listOldParts } from './old-parts.queries.ts';

/** The old part, as the desks know it. */
export const oldPartNoun = {
  papers: { 'old-part-tag': oldPartTag },
  sheets: { 'oldParts.exportList': toldSheet(oldPartsList, listOldParts) },
} satisfies Noun<'oldPart'>;
