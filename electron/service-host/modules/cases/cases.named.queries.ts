import type { ReadTx } from '../../database/database.ts';
import { namesOf, type Names } from '../../database/named.ts';
import { among } from '../../database/read-page.ts';
import { cases } from '../../schema/cases.tables.ts';

/** A case as other documents name it, and the customer whose case it is. */
export interface CaseName {
  readonly number: string;
  readonly symptom: string;
  readonly customerId: string | null;
}

/** The cases with these ids. */
export function casesNamed(
  tx: ReadTx,
  ids: readonly (string | null | undefined)[],
): Promise<Names<CaseName>> {
  return namesOf<CaseName>(
    ids,
    (some) =>
      tx.db
        .select({
          id: cases.id,
          number: cases.number,
          symptom: cases.symptom,
          customerId: cases.customerId,
        })
        .from(cases)
        .where(among(cases.id, some)),
    { number: '', symptom: '', customerId: null },
  );
}
