import { and, eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Owed, Subjects, ToldDuty } from '../../desks/duties/duty.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import { parts } from '../../schema/parts.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { dueClock } from '../settings/due-clock.queries.ts';

/** A tagged old part comes back until the end of the day on its tag; its holder owes it. */
export const oldPartDue: ToldDuty<'oldPartDue'> = {
  kind: 'oldPartDue',
  of: 'oldPart',
  team: 'oldParts.receive',
  table: oldParts,
  owed,
  named: async (tx, ids) => {
    const rows = await tx.db
      .select({ id: oldParts.id, number: oldParts.number, about: parts.name })
      .from(oldParts)
      .innerJoin(parts, eq(parts.id, oldParts.partId))
      .where(among(oldParts.id, ids));
    return new Map(rows.map((row) => [row.id, row]));
  },
};

async function owed(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const rows = await tx.db
    .select({ id: oldParts.id, dueDay: oldParts.dueDay, ownerId: stockAccounts.personId })
    .from(oldParts)
    .innerJoin(stockAccounts, eq(stockAccounts.id, oldParts.holderAccountId))
    .where(and(eq(oldParts.state, 'due'), of(oldParts.id)));
  return rows.map(({ id, dueDay, ownerId }) => {
    const dueAt = clock.endOf(dueDay);
    return { subjectId: id, round: '', ownerId, dueAt, ...clock.steps(dueAt) };
  });
}
