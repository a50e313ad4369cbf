import { eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { namesOf, type Names } from '../../database/named.ts';
import { among } from '../../database/read-page.ts';
import { products, units } from '../../schema/units.tables.ts';

/** A unit as other records name it. */
export interface UnitName {
  readonly plate: string;
  readonly serialNumber: string;
  readonly productCode: string;
}

/** The units with these ids. */
export function unitsNamed(
  tx: ReadTx,
  ids: readonly (string | null | undefined)[],
): Promise<Names<UnitName>> {
  return namesOf<UnitName>(
    ids,
    (some) =>
      tx.db
        .select({
          id: units.id,
          plate: units.plate,
          serialNumber: units.serialNumber,
          productCode: products.code,
        })
        .from(units)
        .innerJoin(products, eq(products.id, units.productId))
        .where(among(units.id, some)),
    { plate: '', serialNumber: '', productCode: '' },
  );
}
