import { and, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { NamedSubject, Owed, Subjects, ToldDuty } from '../../desks/duties/duty.ts';
import { issueLines, issues, requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { dueClock } from '../settings/due-clock.queries.ts';
import { settingsOf } from '../settings/settings.queries.ts';

const requisition = { of: 'requisition', table: requisitions, named } as const;

/** A submitted requisition is decided upon within the working hours of the setting. */
export const requisitionDecision: ToldDuty<'requisitionDecision'> = {
  ...requisition,
  kind: 'requisitionDecision',
  team: 'requisitions.approve',
  owed: submitted,
};

/** Parts drawn are cleared before they are older than the limit of holders; each issue for itself, and the holder owes it. */
export const partsUncleared: ToldDuty<'partsUncleared'> = {
  ...requisition,
  kind: 'partsUncleared',
  team: 'requisitions.clear',
  owed: uncleared,
};

async function submitted(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const { id, submittedAt } = requisitions;
  const rows = await tx.db
    .select({ id, submittedAt })
    .from(requisitions)
    .where(and(eq(requisitions.state, 'submitted'), isNotNull(submittedAt), of(id)));
  return rows.map((row) => {
    const dueAt = clock.afterHours(row.submittedAt ?? tx.now, clock.limits.decisionHours);
    return { subjectId: row.id, round: `${row.submittedAt}`, ownerId: null, dueAt, ...clock.steps(dueAt) };
  });
}

async function uncleared(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const { holderLimitDays } = await settingsOf(tx, 'requisitions');
  const rows = await tx.db
    .selectDistinct({
      requisitionId: requisitions.id,
      issueId: issues.id,
      at: issues.at,
      ownerId: stockAccounts.personId,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .where(
      and(
        inArray(requisitions.state, ['partlyIssued', 'issued']),
        gt(issueLines.quantity, issueLines.clearedQuantity),
        of(requisitions.id),
      ),
    );
  return rows.map(({ requisitionId, issueId, at, ownerId }) => {
    const dueAt = clock.endOf(dayOf(at), holderLimitDays);
    return { subjectId: requisitionId, round: issueId, ownerId, dueAt, ...clock.steps(dueAt) };
  });
}

async function named(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, NamedSubject>> {
  const rows = await tx.db
    .select({
      id: requisitions.id,
      number: requisitions.number,
      // The holder stands beside it as the owner; the plate says more, where there is one.
      about: sql<string>`coalesce(nullif(${units.plate}, ''), ${stockAccounts.name})`,
    })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(units, eq(units.id, requisitions.unitId))
    .where(among(requisitions.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
