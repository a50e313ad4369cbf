import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Waiting, WaitingTold } from '../../desks/decisions/decision.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import { parts } from '../../schema/parts.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { daysOverdue } from './old-parts.rules.ts';

/** Old parts that somebody asked to let stay away, the oldest request first. */
export async function waitingWaives(tx: ReadTx, limit: number): Promise<readonly Waiting[]> {
  const rows = await tx.db
    .select({ tag: oldParts, holderId: stockAccounts.personId })
    .from(oldParts)
    .innerJoin(stockAccounts, eq(stockAccounts.id, oldParts.holderAccountId))
    .where(and(isNotNull(oldParts.waiveAskedAt), eq(oldParts.state, 'due')))
    .orderBy(asc(oldParts.waiveAskedAt), asc(oldParts.id))
    .limit(limit);
  return rows.map(({ tag: { id, version, number, waiveAskedBy, waiveAskedAt, createdAt }, holderId }) => ({
    id,
    version,
    recordId: id,
    number,
    amountFen: null,
    askedBy: waiveAskedBy,
    askedAt: waiveAskedAt ?? createdAt,
    concerned: [holderId, waiveAskedBy],
  }));
}

/** Everybody whom an old part concerns: its holder, and who asked for it. Refuses NOT_FOUND. */
export async function concernedOfOldPart(tx: ReadTx, id: string) {
  const [found] = await tx.db
    .select({ waiveAskedBy: oldParts.waiveAskedBy, holderId: stockAccounts.personId })
    .from(oldParts)
    .innerJoin(stockAccounts, eq(stockAccounts.id, oldParts.holderAccountId))
    .where(eq(oldParts.id, id));
  return found ? [found.holderId, found.waiveAskedBy] : refuse('NOT_FOUND', { kind: 'oldPart' });
}

/** The versions that these old parts have now. */
export async function oldPartVersions(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ id: oldParts.id, version: oldParts.version })
    .from(oldParts)
    .where(among(oldParts.id, ids));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** What a row says of each of these old parts: the part, its holder, and the reason that was given. */
export async function tellOldParts(
  tx: ReadTx,
  waiting: readonly Waiting[],
): Promise<ReadonlyMap<string, WaitingTold>> {
  const rows = await tx.db
    .select({
      id: oldParts.id,
      dueDay: oldParts.dueDay,
      waiveAskReason: oldParts.waiveAskReason,
      partName: parts.name,
      holderName: stockAccounts.name,
    })
    .from(oldParts)
    .innerJoin(parts, eq(parts.id, oldParts.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, oldParts.holderAccountId))
    .where(
      among(
        oldParts.id,
        waiting.map(({ id }) => id),
      ),
    );
  const today = dayOf(tx.now);
  return new Map(
    rows.map(({ id, dueDay, waiveAskReason, partName, holderName }) => [
      id,
      {
        summary: [partName, holderName, waiveAskReason].filter(Boolean).join(' · '),
        warnings: daysOverdue(dueDay, today) > 0 ? (['overdue'] as const) : [],
      },
    ]),
  );
}
