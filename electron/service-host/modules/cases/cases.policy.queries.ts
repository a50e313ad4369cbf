import { and, desc, eq, lte } from 'drizzle-orm';
import { dayOf, type Moment } from '#shared/domain/days.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { products, units } from '../units/units.tables.ts';
import { warrantyPolicies } from '../warranty/warranty.tables.ts';

/** The warranty policy that held for a unit on the day of `at`, the latest first; null where none did. */
export async function policyOfUnit(
  tx: ReadTx,
  unitId: string,
  at: Moment = tx.now,
): Promise<Id<'warrantyPolicy'> | null> {
  const [unit] = await tx.run(findModel, { id: unitId });
  if (!unit) return null;
  const policies = await tx.run(publishedPolicies, { day: dayOf(at) });
  const fits = ({ scope }: { readonly scope: readonly string[] }) =>
    scope.length === 0 || scope.includes(unit.code) || scope.includes(unit.productLine);
  return policies.find(fits)?.id ?? null;
}

const findModel = statement('cases.findModel', (db) =>
  db
    .select({ code: products.code, productLine: products.productLine })
    .from(units)
    .innerJoin(products, eq(products.id, units.productId))
    .where(eq(units.id, given('id'))),
);

const publishedPolicies = statement('cases.publishedPolicies', (db) =>
  db
    .select({ id: warrantyPolicies.id, scope: warrantyPolicies.scope })
    .from(warrantyPolicies)
    .where(and(eq(warrantyPolicies.published, true), lte(warrantyPolicies.validFromDay, given('day'))))
    .orderBy(desc(warrantyPolicies.validFromDay), desc(warrantyPolicies.createdAt)),
);
