import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Day } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { given, statement } from '../../database/statement.ts';
import { products, readings, units } from '../../schema/units.tables.ts';

/** The model and the sale of a unit, by which a warranty policy is chosen; undefined where there is no such unit. */
export async function modelOfUnit(tx: ReadTx, unitId: string) {
  const [unit] = await tx.run(findModel, { id: unitId });
  return unit;
}

/** Models and sales of units, each with the last readings up to a day. */
export async function modelsOfUnits(tx: ReadTx, unitIds: readonly string[], day: Day) {
  return tx.db
    .select({
      id: units.id,
      productCode: products.code,
      productLine: products.productLine,
      saleDay: units.saleDay,
      cardReceivedDay: units.cardReceivedDay,
      region: units.region,
      lastMileageKm: lastReading(sql`mileage_km`, day),
      lastOperatingHours: lastReading(sql`operating_hours`, day),
    })
    .from(units)
    .innerJoin(products, eq(products.id, units.productId))
    .where(among(units.id, unitIds));
}

/** Units in use that no policy tells apart, counted: the same model sold on the same day. */
export async function countByModelAndSale(tx: ReadTx) {
  return tx.db
    .select({
      productCode: products.code,
      productLine: products.productLine,
      saleDay: units.saleDay,
      count: sql<number>`cast(count(*) as bigint)`,
    })
    .from(units)
    .innerJoin(products, and(eq(products.id, units.productId), eq(units.active, true)))
    .groupBy(products.code, products.productLine, units.saleDay);
}

const findModel = statement('units.findModel', (db) =>
  db
    .select({ productCode: products.code, productLine: products.productLine, saleDay: units.saleDay })
    .from(units)
    .innerJoin(products, eq(products.id, units.productId))
    .where(eq(units.id, given('id'))),
);

function lastReading(counter: SQL, day: Day): SQL<number | null> {
  return sql<number | null>`(
    select r.${counter} from ${readings} r
    where r.unit_id = ${units.id} and r.day <= ${day} and r.${counter} is not null and r.voided_at is null
    order by r.day desc, r.recorded_at desc, r.id desc limit 1)`;
}
