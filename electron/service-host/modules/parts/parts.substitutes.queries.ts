import { and, asc, eq, ne } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { parts, partSubstitutes } from '../../schema/parts.tables.ts';

/** The parts that may be given in place of these, the best first. */
export async function usableSubstitutes(tx: ReadTx, partIds: readonly string[]) {
  return tx.db
    .select({
      partId: partSubstitutes.partId,
      substituteId: partSubstitutes.substituteId,
      number: parts.number,
      name: parts.name,
    })
    .from(partSubstitutes)
    .innerJoin(parts, eq(parts.id, partSubstitutes.substituteId))
    .where(
      and(among(partSubstitutes.partId, partIds), eq(parts.active, true), ne(parts.qualityState, 'blocked')),
    )
    .orderBy(asc(partSubstitutes.rank));
}

/** Whether a part is registered to be given in place of another. */
export async function isSubstitute(tx: ReadTx, partId: string, substituteId: string): Promise<boolean> {
  const [registered] = await tx.db
    .select({ id: partSubstitutes.partId })
    .from(partSubstitutes)
    .where(and(eq(partSubstitutes.partId, partId), eq(partSubstitutes.substituteId, substituteId)));
  return registered !== undefined;
}
