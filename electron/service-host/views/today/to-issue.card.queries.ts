import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { given } from '../../database/statement.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { counted, countOf, me, myAccounts, ownOrAll, run, todayRow, type TodayCard } from './card.ts';
import { linesOf } from './requisition-rows.queries.ts';
import { partsSummary } from './today.rules.ts';

/** Approved requisitions of which something is still to be handed out: those that are there first, then the oldest. */
export const toIssue: TodayCard = {
  kind: 'requisition',
  may: ['requisitions.view'],
  firstFor: ['warehouse'],
  count: async (tx, mine) => countOf(await run(tx, countToIssue, mine)),
  rows: async (tx, mine, limit) => {
    const found = await run(tx, findToIssue, mine, { limit });
    const lines = await linesOf(
      tx,
      found.map(({ id }) => id),
    );
    return found.map(({ decidedAt, createdAt, plate, shortage, ...row }) => {
      const open = (lines.get(row.id) ?? []).filter((line) => line.issuedQuantity < line.quantity);
      return todayRow({
        ...row,
        kind: 'requisition',
        summary: partsSummary(open.map(({ partName }) => partName)),
        about: plate ?? '',
        since: decidedAt ?? createdAt,
        marks: [
          shortage === 0
            ? { word: 'today.stockThere', tone: 'good' }
            : { word: 'today.stockShort', tone: 'soon' },
        ],
      });
    });
  },
};

const isToIssue = inArray(requisitions.state, ['approved', 'partlyIssued']);
const isMine = sql`(${requisitions.createdBy} = ${me} or ${requisitions.holderAccountId} in ${myAccounts})`;

/** 1 where the bins hold less of some part than is still to be handed out. */
const shortage = sql<number>`case when exists (
  select 1 from requisition_lines line
  where line.requisition_id = ${requisitions.id} and line.issued_quantity < line.quantity
    and line.quantity - line.issued_quantity > coalesce((
      select sum(balance.quantity) from stock_balances balance
        inner join stock_accounts bin on bin.id = balance.account_id
      where bin.kind = 'bin' and balance.part_id = line.part_id), 0)
) then 1 else 0 end`;

const countToIssue = ownOrAll('toIssue.count', (db, own) =>
  db
    .select(counted())
    .from(requisitions)
    .where(and(isToIssue, own(isMine))),
);

const findToIssue = ownOrAll('toIssue', (db, own) =>
  db
    .select({
      id: requisitions.id,
      number: requisitions.number,
      plate: units.plate,
      who: stockAccounts.name,
      decidedAt: requisitions.decidedAt,
      createdAt: requisitions.createdAt,
      amountFen: requisitions.amountFen,
      shortage,
    })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(units, eq(units.id, requisitions.unitId))
    .where(and(isToIssue, own(isMine)))
    .orderBy(shortage, asc(requisitions.createdAt), asc(requisitions.id))
    .limit(given('limit')),
);
