import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import { given } from '../../database/statement.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import { parts } from '../../schema/parts.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { counted, countOf, myAccounts, ownOrAll, run, todayRow, type TodayCard } from './card.ts';

/** Old parts that must come back, the first due first. */
export const oldPartsDue: TodayCard = {
  kind: 'oldPart',
  may: ['oldParts.view'],
  firstFor: ['warehouse', 'technician', 'quality'],
  count: async (tx, mine) => countOf(await run(tx, countDue, mine, { today: dayOf(tx.now) })),
  rows: async (tx, mine, limit) => {
    const today = dayOf(tx.now);
    return (await run(tx, findDue, mine, { limit })).map((row) =>
      todayRow({ ...row, kind: 'oldPart', isLate: row.dueDay < today }),
    );
  },
};

const isDue = eq(oldParts.state, 'due');

const countDue = ownOrAll('oldPartsDue.count', (db, own) =>
  db
    .select(counted(lt(oldParts.dueDay, given('today'))))
    .from(oldParts)
    .where(and(isDue, own(sql`${oldParts.holderAccountId} in ${myAccounts}`))),
);

const findDue = ownOrAll('oldPartsDue', (db, own) =>
  db
    .select({
      id: oldParts.id,
      number: oldParts.number,
      summary: parts.name,
      about: parts.number,
      who: stockAccounts.name,
      since: oldParts.createdAt,
      dueDay: oldParts.dueDay,
    })
    .from(oldParts)
    .innerJoin(parts, eq(parts.id, oldParts.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, oldParts.holderAccountId))
    .where(and(isDue, own(sql`${oldParts.holderAccountId} in ${myAccounts}`)))
    .orderBy(asc(oldParts.dueDay), asc(oldParts.id))
    .limit(given('limit')),
);
