import { and, asc, eq, sql } from 'drizzle-orm';
import { given } from '../../database/statement.ts';
import { people } from '../../schema/people.tables.ts';
import { receipts } from '../../schema/stock.tables.ts';
import { counted, countOf, me, ownOrAll, run, todayRow, type TodayCard } from './card.ts';

/** Goods that came and are not posted, the oldest first. */
export const receiptDrafts: TodayCard = {
  kind: 'receipt',
  may: ['stock.receive'],
  firstFor: ['warehouse'],
  count: async (tx, mine) => countOf(await run(tx, countDrafts, mine)),
  rows: async (tx, mine, limit) =>
    (await run(tx, findDrafts, mine, { limit })).map((row) =>
      todayRow({ ...row, kind: 'receipt', who: row.who ?? '' }),
    ),
};

const isDraft = eq(receipts.state, 'draft');

const countDrafts = ownOrAll('receiptDrafts.count', (db, own) =>
  db
    .select(counted())
    .from(receipts)
    .where(and(isDraft, own(sql`${receipts.createdBy} = ${me}`))),
);

const findDrafts = ownOrAll('receiptDrafts', (db, own) =>
  db
    .select({
      id: receipts.id,
      number: receipts.number,
      summary: receipts.supplier,
      about: receipts.deliveryNote,
      who: people.name,
      since: receipts.createdAt,
    })
    .from(receipts)
    .leftJoin(people, eq(people.id, receipts.createdBy))
    .where(and(isDraft, own(sql`${receipts.createdBy} = ${me}`)))
    .orderBy(asc(receipts.createdAt), asc(receipts.id))
    .limit(given('limit')),
);
