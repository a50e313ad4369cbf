import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { given } from '../../database/statement.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { counted, countOf, me, ownOrAll, run, todayRow, type TodayCard } from './card.ts';
import { inOneLine } from './today.rules.ts';

/** Contacts held until they are clear: promised calls first, in the order of their time. */
export const heldContacts: TodayCard = {
  kind: 'contact',
  may: ['contacts.view'],
  firstFor: ['clerk'],
  count: async (tx, mine) => countOf(await run(tx, countHeld, mine, { now: tx.now })),
  rows: async (tx, mine, limit) =>
    (await run(tx, findHeld, mine, { limit })).map(({ callerName, telephone, ...row }) =>
      todayRow({
        ...row,
        kind: 'contact',
        who: row.who ?? '',
        about: inOneLine([callerName, telephone]),
        isLate: row.dueAt !== null && row.dueAt < tx.now,
      }),
    ),
};

const isHeld = eq(contacts.state, 'toBeClarified');

const countHeld = ownOrAll('heldContacts.count', (db, own) =>
  db
    .select(counted(lt(contacts.nextCallAt, given('now'))))
    .from(contacts)
    .where(and(isHeld, own(sql`${contacts.personId} = ${me}`))),
);

const findHeld = ownOrAll('heldContacts', (db, own) =>
  db
    .select({
      id: contacts.id,
      number: contacts.number,
      callerName: contacts.callerName,
      telephone: contacts.telephone,
      summary: contacts.summary,
      who: people.name,
      since: contacts.at,
      dueAt: contacts.nextCallAt,
    })
    .from(contacts)
    .leftJoin(people, eq(people.id, contacts.personId))
    .where(and(isHeld, own(sql`${contacts.personId} = ${me}`)))
    .orderBy(
      sql`case when ${contacts.nextCallAt} is null then 1 else 0 end`,
      asc(contacts.nextCallAt),
      asc(contacts.at),
      asc(contacts.id),
    )
    .limit(given('limit')),
);
