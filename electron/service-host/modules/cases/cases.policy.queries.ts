import { eq } from 'drizzle-orm';
import { dayOf, type Moment } from '#shared/domain/days.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { products, units } from '../../schema/units.tables.ts';
import { policyInForce } from '../warranty/policies.queries.ts';

/**
 * The warranty policy in force for a unit on the day of `at`; null where there is none. A policy that the day of sale
 * decides is not settled while nobody knows that day.
 */
export async function policyOfUnit(
  tx: ReadTx,
  unitId: string,
  at: Moment = tx.now,
): Promise<Id<'warrantyPolicy'> | null> {
  const [unit] = await tx.run(findModel, { id: unitId });
  if (!unit) return null;
  const policy = await policyInForce(tx, { ...unit, faultDay: dayOf(at) });
  return policy && (unit.saleDay !== null || policy.appliesBy === 'faultDay') ? policy.id : null;
}

const findModel = statement('cases.findModel', (db) =>
  db
    .select({
      productCode: products.code,
      productLine: products.productLine,
      saleDay: units.saleDay,
    })
    .from(units)
    .innerJoin(products, eq(products.id, units.productId))
    .where(eq(units.id, given('id'))),
);
