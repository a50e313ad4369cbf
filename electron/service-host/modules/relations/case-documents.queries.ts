import type { Kind } from '#shared/nouns/index.ts';
import type { ReadTx } from '../../database/database.ts';
import type { CaseDocument, CaseEnd, Unfinished } from './case-documents.rules.ts';

/** Tells which document stands against an end of a case; undefined where none does. */
export type UnfinishedOf = (tx: ReadTx, caseId: string, end: CaseEnd) => Promise<Unfinished | undefined>;

/** What a noun tells of its documents of a case. */
export interface DocumentsOfCase<Document extends CaseDocument = CaseDocument> {
  /** Its documents of the case, in the order of time. */
  readonly of: (tx: ReadTx, caseId: string) => Promise<readonly Document[]>;
  /** Its document that stands against an end of the case; left out where none ever does. */
  readonly unfinished?: UnfinishedOf;
}

/** The nouns with documents of a case, in the order in which an unfinished document is told. */
export type CaseDocuments = Readonly<Partial<Record<Kind, DocumentsOfCase>>>;

/** The documents of a case, each kind as its noun tells it. */
export type FoundDocuments<Roll extends CaseDocuments> = {
  readonly [Name in keyof Roll]: Roll[Name] extends DocumentsOfCase<infer Document>
    ? readonly Document[]
    : never;
};

/** Reads the documents of a case of every noun in the roll. */
export async function documentsOfCase<Roll extends CaseDocuments>(
  tx: ReadTx,
  roll: Roll,
  caseId: string,
): Promise<FoundDocuments<Roll>> {
  const found: Record<string, readonly CaseDocument[]> = {};
  for (const [kind, { of }] of Object.entries(roll)) found[kind] = await of(tx, caseId);
  // Each name of the roll has the documents that its own question answered.
  return found as FoundDocuments<Roll>;
}

/** The question after what is unfinished, over every noun in a roll: the first document found is told. */
export function unfinishedAmong(roll: CaseDocuments): UnfinishedOf {
  return async (tx, caseId, end) => {
    for (const { unfinished } of Object.values(roll)) {
      const found = await unfinished?.(tx, caseId, end);
      if (found) return found;
    }
    return undefined;
  };
}
