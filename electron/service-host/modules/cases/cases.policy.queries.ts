import { eq } from 'drizzle-orm';
import { dayOf, type Moment } from '#shared/domain/days.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { products, units } from '../units/units.tables.ts';
import { policyInForce } from '../warranty/policies.queries.ts';

/** The warranty policy in force for a unit on the day of `at`; null where there is none. */
export async function policyOfUnit(
  tx: ReadTx,
  unitId: string,
  at: Moment = tx.now,
): Promise<Id<'warrantyPolicy'> | null> {
  const [model] = await tx.run(findModel, { id: unitId });
  if (!model) return null;
  return (await policyInForce(tx, { ...model, day: dayOf(at) }))?.id ?? null;
}

const findModel = statement('cases.findModel', (db) =>
  db
    .select({ productCode: products.code, productLine: products.productLine })
    .from(units)
    .innerJoin(products, eq(products.id, units.productId))
    .where(eq(units.id, given('id'))),
);
