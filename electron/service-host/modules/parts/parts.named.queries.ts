import type { ReadTx } from '../../database/database.ts';
import { namesOf, type Names } from '../../database/named.ts';
import { among } from '../../database/read-page.ts';
import { parts } from '../../schema/parts.tables.ts';

/** A part as the lines of documents name it. */
export interface PartName {
  readonly number: string;
  readonly name: string;
  readonly specification: string;
  readonly unitOfMeasure: string;
}

/** The parts with these ids. */
export function partsNamed(
  tx: ReadTx,
  ids: readonly (string | null | undefined)[],
): Promise<Names<PartName>> {
  return namesOf<PartName>(
    ids,
    (some) =>
      tx.db
        .select({
          id: parts.id,
          number: parts.number,
          name: parts.name,
          specification: parts.specification,
          unitOfMeasure: parts.unitOfMeasure,
        })
        .from(parts)
        .where(among(parts.id, some)),
    { number: '', name: '', specification: '', unitOfMeasure: '' },
  );
}
