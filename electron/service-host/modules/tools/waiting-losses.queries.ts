import { asc, eq, isNotNull } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Waiting, WaitingTold } from '../../desks/decisions/decision.ts';
import { tools } from '../../schema/tools.tables.ts';
import { personNames } from '../people/people.queries.ts';

/** Tools that somebody asked to let be lost, the oldest request first. */
export async function waitingLosses(tx: ReadTx, limit: number): Promise<readonly Waiting[]> {
  const rows = await tx.db
    .select()
    .from(tools)
    .where(isNotNull(tools.loseAskedAt))
    .orderBy(asc(tools.loseAskedAt), asc(tools.id))
    .limit(limit);
  return rows.map(
    ({ id, version, number, loseAskChargeFen, loseAskedBy, loseAskedAt, createdAt, holderId }) => ({
      id,
      version,
      recordId: id,
      number,
      amountFen: loseAskChargeFen,
      askedBy: loseAskedBy,
      askedAt: loseAskedAt ?? createdAt,
      concerned: [holderId, loseAskedBy],
    }),
  );
}

/** Everybody whom the loss of a tool concerns: its holder, and who asked. Refuses NOT_FOUND. */
export async function concernedOfLoss(tx: ReadTx, id: string) {
  const [found] = await tx.db
    .select({ holderId: tools.holderId, loseAskedBy: tools.loseAskedBy })
    .from(tools)
    .where(eq(tools.id, id));
  return found ? [found.holderId, found.loseAskedBy] : refuse('NOT_FOUND', { kind: 'tool' });
}

/** The versions that these tools have now. */
export async function toolVersions(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ id: tools.id, version: tools.version })
    .from(tools)
    .where(among(tools.id, ids));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** What a row says of each of these tools: its name, its holder, and the reason that was given. */
export async function tellLosses(
  tx: ReadTx,
  waiting: readonly Waiting[],
): Promise<ReadonlyMap<string, WaitingTold>> {
  const ids = waiting.map(({ id }) => id);
  const rows = await tx.db.select().from(tools).where(among(tools.id, ids));
  const names = await personNames(tx);
  const today = dayOf(tx.now);
  return new Map(
    rows.map(({ id, name, holderId, loseAskReason, dueBackDay }) => [
      id,
      {
        summary: [name, names.get(holderId ?? ''), loseAskReason].filter(Boolean).join(' · '),
        warnings: dueBackDay !== null && dueBackDay < today ? (['overdue'] as const) : [],
      },
    ]),
  );
}
