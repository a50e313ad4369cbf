import { and, asc, eq, sql } from 'drizzle-orm';
import { given } from '../../database/statement.ts';
import { people } from '../../schema/people.tables.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { counted, countOf, me, ownOrAll, run, todayRow, type TodayCard } from './card.ts';

/** Requisitions that were refused and wait for their writer, the oldest first. */
export const sentBack: TodayCard = {
  kind: 'requisition',
  may: ['requisitions.write'],
  firstFor: ['technician'],
  count: async (tx, mine) => countOf(await run(tx, countSentBack, mine)),
  rows: async (tx, mine, limit) =>
    (await run(tx, findSentBack, mine, { limit })).map((row) =>
      todayRow({ ...row, kind: 'requisition', who: row.who ?? '' }),
    ),
};

const isSentBack = eq(requisitions.state, 'rejected');
const writer = sql`coalesce(${requisitions.takenOverBy}, ${requisitions.createdBy})`;

const countSentBack = ownOrAll('sentBack.count', (db, own) =>
  db
    .select(counted())
    .from(requisitions)
    .where(and(isSentBack, own(sql`${writer} = ${me}`))),
);

const findSentBack = ownOrAll('sentBack', (db, own) =>
  db
    .select({
      id: requisitions.id,
      number: requisitions.number,
      summary: requisitions.decisionReason,
      who: people.name,
      since: requisitions.decidedAt,
      amountFen: requisitions.amountFen,
    })
    .from(requisitions)
    .leftJoin(people, sql`${people.id} = ${writer}`)
    .where(and(isSentBack, own(sql`${writer} = ${me}`)))
    .orderBy(asc(requisitions.createdAt), asc(requisitions.id))
    .limit(given('limit')),
);
