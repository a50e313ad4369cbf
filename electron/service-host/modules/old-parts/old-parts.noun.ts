import { oldPartsList } from '#shared/lists/old-parts.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { oldPartTag } from './old-parts.paper.ts';
import { listOldParts } from './old-parts.queries.ts';
import { oldPartsOfCase } from './old-parts.case-documents.queries.ts';
import { oldPartWaive } from './old-parts.decisions.ts';
import { oldPartDue } from './old-parts.duties.ts';

/** The old part, as the desks know it. */
export const oldPartNoun = {
  decisions: { 'oldPart.waive': oldPartWaive },
  papers: { 'old-part-tag': oldPartTag },
  sheets: { 'oldParts.exportList': toldSheet(oldPartsList, listOldParts) },
  caseDocuments: oldPartsOfCase,
  duties: { oldPartDue },
} as const;
