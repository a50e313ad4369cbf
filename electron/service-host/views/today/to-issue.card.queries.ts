import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { given } from '../../database/statement.ts';
import { insideBalances } from '../../modules/parts/parts.stock.queries.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { counted, countOf, me, myAccounts, ownOrAll, run, todayRow, type TodayCard } from './card.ts';
import { linesOf } from './requisition-rows.queries.ts';
import { partsSummary } from './today.rules.ts';

/** Approved requisitions of which something is still to be handed out, the oldest first, each with whether it is there. */
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
    const partIds = new Set([...lines.values()].flatMap((own) => own.map(({ partId }): string => partId)));
    const inBins = new Map<string, number>();
    for (const { kind, partId, quantity } of await insideBalances(tx, [...partIds]))
      if (kind === 'bin') inBins.set(partId, (inBins.get(partId) ?? 0) + quantity);
    return found.map(({ decidedAt, createdAt, plate, ...row }) => {
      const open = (lines.get(row.id) ?? []).filter((line) => line.issuedQuantity < line.quantity);
      const isThere = open.every(
        ({ partId, quantity, issuedQuantity }) => (inBins.get(partId) ?? 0) >= quantity - issuedQuantity,
      );
      return todayRow({
        ...row,
        kind: 'requisition',
        summary: partsSummary(open.map(({ partName }) => partName)),
        about: plate ?? '',
        since: decidedAt ?? createdAt,
        marks: [
          isThere ? { word: 'today.stockThere', tone: 'good' } : { word: 'today.stockShort', tone: 'soon' },
        ],
      });
    });
  },
};

const isToIssue = inArray(requisitions.state, ['approved', 'partlyIssued']);
const isMine = sql`(${requisitions.createdBy} = ${me} or ${requisitions.holderAccountId} in ${myAccounts})`;

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
    })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(units, eq(units.id, requisitions.unitId))
    .where(and(isToIssue, own(isMine)))
    .orderBy(asc(requisitions.createdAt), asc(requisitions.id))
    .limit(given('limit')),
);
