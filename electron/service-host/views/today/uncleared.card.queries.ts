import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { given } from '../../database/statement.ts';
import { settingsOf } from '../../modules/settings/settings.queries.ts';
import { issueLines, issues, requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { countOf, myAccounts, ownOrAll, run, todayRow, type TodayCard } from './card.ts';
import { linesOf } from './requisition-rows.queries.ts';
import { partsSummary } from './today.rules.ts';

const dayMs = 86_400_000;

/** Requisitions of which something was drawn and is not accounted for, the oldest first; late past the days of the firm. */
export const uncleared: TodayCard = {
  kind: 'requisition',
  may: ['requisitions.view'],
  firstFor: ['technician', 'finance'],
  count: async (tx, mine) =>
    countOf(await run(tx, countUncleared, mine, { lateBefore: tx.now - (await limitMs(tx)) })),
  rows: async (tx, mine, limit) => {
    const found = await run(tx, findUncleared, mine, { limit });
    const within = await limitMs(tx);
    const lines = await linesOf(
      tx,
      found.map(({ id }) => id),
    );
    return found.map(({ plate, ...row }) =>
      todayRow({
        ...row,
        kind: 'requisition',
        summary: partsSummary((lines.get(row.id) ?? []).map(({ partName }) => partName)),
        about: plate ?? '',
        dueAt: row.since + within,
        isLate: row.since + within < tx.now,
      }),
    );
  },
};

async function limitMs(tx: ReadTx): Promise<number> {
  return (await settingsOf(tx, 'requisitions')).holderLimitDays * dayMs;
}

const isUncleared = and(
  inArray(requisitions.state, ['partlyIssued', 'issued']),
  gt(issueLines.quantity, issueLines.clearedQuantity),
);
const isMine = sql`${requisitions.holderAccountId} in ${myAccounts}`;
/** The share of its value that the open quantity of a line carries, rounded half up as `shareOfValue` does. */
const open = sql`(${issueLines.quantity} - ${issueLines.clearedQuantity})`;
const openFen = sql<number>`cast(coalesce(sum((2 * ${issueLines.valueFen} * ${open} + ${issueLines.quantity}) / (2 * ${issueLines.quantity})), 0) as bigint)`;

const countUncleared = ownOrAll('uncleared.count', (db, own) =>
  db
    .select({
      all: sql<number>`cast(count(distinct ${requisitions.id}) as bigint)`,
      late: sql<number>`cast(count(distinct case when ${lt(issues.at, given('lateBefore'))} then ${requisitions.id} end) as bigint)`,
      amountFen: openFen,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .where(and(isUncleared, own(isMine))),
);

const findUncleared = ownOrAll('uncleared', (db, own) => {
  const since = sql<number>`min(${issues.at})`;
  return db
    .select({
      id: requisitions.id,
      number: requisitions.number,
      plate: units.plate,
      who: stockAccounts.name,
      since: sql<number>`cast(${since} as bigint)`,
      amountFen: openFen,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(units, eq(units.id, requisitions.unitId))
    .where(and(isUncleared, own(isMine)))
    .groupBy(requisitions.id, requisitions.number, units.plate, stockAccounts.name)
    .orderBy(since, requisitions.id)
    .limit(given('limit'));
});
