import { asc, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { componentGroupRow, policyRow } from '#shared/contract/warranty.contract.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { statement } from '../../database/statement.ts';
import { withFindable } from '../../desks/search/search-text.ts';
import { choosePolicy, type PolicyQuestion } from './warranty.rules.ts';
import { componentGroups, warrantyPolicies, warrantyTerms } from '../../schema/warranty.tables.ts';

export type ComponentGroup = Omit<z.infer<typeof componentGroupRow>, 'findable'>;
export type Policy = z.infer<typeof policyRow>;

/** The component groups, in their order. */
export async function listGroups(tx: ReadTx): Promise<ComponentGroup[]> {
  return tx.run(allGroups);
}

/** The groups as people choose one from them. */
export async function groupsToChooseFrom(tx: ReadTx) {
  return withFindable(await listGroups(tx), ({ code, name, nameEn }) => [code, name, nameEn]);
}

/** Every policy with its terms, the latest first. */
export async function listPolicies(tx: ReadTx): Promise<Policy[]> {
  const rows = await tx.db
    .select()
    .from(warrantyPolicies)
    .orderBy(desc(warrantyPolicies.validFromDay), desc(warrantyPolicies.createdAt));
  return withTerms(tx, rows);
}

/** One policy with its terms. */
export async function policyById(tx: ReadTx, id: string): Promise<Policy | undefined> {
  const rows = await tx.db.select().from(warrantyPolicies).where(eq(warrantyPolicies.id, id));
  return (await withTerms(tx, rows))[0];
}

/** The policy that holds for a product sold and faulty on these days: the closest scope first, then the latest. */
export async function policyInForce(tx: ReadTx, question: PolicyQuestion): Promise<Policy | undefined> {
  return choosePolicy(await publishedPolicies(tx), question);
}

/** Every published policy; the candidates for many units at once. */
export async function publishedPolicies(tx: ReadTx): Promise<Policy[]> {
  return withTerms(tx, await tx.run(published));
}

async function withTerms(
  tx: ReadTx,
  rows: readonly (typeof warrantyPolicies.$inferSelect)[],
): Promise<Policy[]> {
  if (rows.length === 0) return [];
  const terms = await tx.db
    .select({ term: warrantyTerms })
    .from(warrantyTerms)
    .innerJoin(componentGroups, eq(componentGroups.code, warrantyTerms.componentGroupCode))
    .where(
      among(
        warrantyTerms.policyId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(componentGroups.position), asc(componentGroups.code));
  return rows.map((row) => ({
    ...row,
    scope: [...row.scope],
    regions: [...row.regions],
    terms: terms.flatMap(({ term: { policyId, ...term } }) => (policyId === row.id ? [term] : [])),
  }));
}

const allGroups = statement('warranty.groups', (db) =>
  db.select().from(componentGroups).orderBy(asc(componentGroups.position), asc(componentGroups.code)),
);

const published = statement('warranty.published', (db) =>
  db.select().from(warrantyPolicies).where(eq(warrantyPolicies.published, true)),
);
