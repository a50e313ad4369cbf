import { and, isNotNull } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Owed, Subjects, ToldDuty } from '../../desks/duties/duty.ts';
import { tools } from '../../schema/tools.tables.ts';
import { dueClock } from '../settings/due-clock.queries.ts';

/** A lent tool comes back until the end of the day that was agreed; its borrower owes it. */
export const toolDueBack: ToldDuty<'toolDueBack'> = {
  kind: 'toolDueBack',
  of: 'tool',
  team: 'tools.lend',
  table: tools,
  owed: loansOwed,
  named,
};

/** A tool is checked until the end of the day of its next check. Each day is a round of its own: a check ends one and begins the next. */
export const toolCheckDue: ToldDuty<'toolCheckDue'> = {
  kind: 'toolCheckDue',
  of: 'tool',
  team: 'tools.check',
  table: tools,
  owed: checksOwed,
  named,
};

async function loansOwed(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const rows = await tx.db
    .select({ id: tools.id, dueBackDay: tools.dueBackDay, holderId: tools.holderId })
    .from(tools)
    .where(and(isNotNull(tools.dueBackDay), of(tools.id)));
  return rows.flatMap(({ id, dueBackDay, holderId }) => {
    if (dueBackDay === null) return [];
    const dueAt = clock.endOf(dueBackDay);
    return [{ subjectId: id, round: '', ownerId: holderId, dueAt, ...clock.steps(dueAt) }];
  });
}

async function checksOwed(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const rows = await tx.db
    .select({ id: tools.id, nextCheckDay: tools.nextCheckDay })
    .from(tools)
    .where(and(isNotNull(tools.nextCheckDay), of(tools.id)));
  return rows.flatMap(({ id, nextCheckDay }) => {
    if (nextCheckDay === null) return [];
    const dueAt = clock.endOf(nextCheckDay);
    return [{ subjectId: id, round: nextCheckDay, ownerId: null, dueAt, ...clock.steps(dueAt) }];
  });
}

async function named(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db
    .select({ id: tools.id, number: tools.number, about: tools.name })
    .from(tools)
    .where(among(tools.id, ids));
  return new Map(rows.map((row) => [row.id as string, row]));
}
