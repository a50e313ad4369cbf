import { eq, inArray } from 'drizzle-orm';
import { calling } from '../../database/named.ts';
import { products, units } from '../../schema/units.tables.ts';

/** A unit as other records name it. */
export interface UnitName {
  readonly plate: string;
  readonly serialNumber: string;
  readonly productCode: string;
}

/** The units with these ids. */
export const unitsNamed = calling<UnitName>(
  'units.named',
  { plate: '', serialNumber: '', productCode: '' },
  (db, ids) =>
    db
      .select({
        id: units.id,
        plate: units.plate,
        serialNumber: units.serialNumber,
        productCode: products.code,
      })
      .from(units)
      .innerJoin(products, eq(products.id, units.productId))
      .where(inArray(units.id, ids)),
);
