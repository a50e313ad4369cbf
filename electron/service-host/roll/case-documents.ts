import { unfinishedAmong } from '../modules/relations/case-documents.queries.ts';
import { nouns } from './nouns.ts';
import { partOfEach } from './parts-of.ts';

/** Every noun with documents of a case, in the order of the roll: what is unfinished is told in it, one document at a time. */
export const caseDocuments = partOfEach(nouns, 'caseDocuments');

/** The document that stands against the end of a case. */
export const unfinishedOf = unfinishedAmong(caseDocuments);
