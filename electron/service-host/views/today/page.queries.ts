import { and, gte, ne, sql } from 'drizzle-orm';
import type { TodayCardFacts } from '#shared/contract/today.contract.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { dayOf, startOfDay } from '#shared/domain/days.ts';
import { isPresetRole } from '#shared/domain/roles.ts';
import type { ReadTx } from '../../database/database.ts';
import { given } from '../../database/statement.ts';
import { cases } from '../../schema/cases.tables.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { me, ownOrAll, run, type TodayCard } from './card.ts';

/** Rows of each card on the page; the rest is found in its own place. */
export const rowsAtMost = 40;

/** Every card by its name, in the order for whoever has no role of the preset. */
export type TodayCards = Readonly<Record<string, TodayCard>>;

/** The day's work on one page: of these cards those that the actor may see; with `mine`, what the actor owns, wrote or holds. */
export const todayPageOf =
  (cards: TodayCards) =>
  async (tx: ReadTx, { mine }: { readonly mine: boolean }) => ({
    cards: await askedOf(tx, cardsFor(cards, tx.actor), mine),
    casesToday: (await run(tx, countCasesSince, mine, sinceMidnight(tx)))[0]?.count ?? 0,
    contactsToday: (await run(tx, countContactsSince, mine, sinceMidnight(tx)))[0]?.count ?? 0,
  });

/** The cards that somebody may see, those of their roles first. */
export function cardsFor(
  cards: TodayCards,
  { permissions, roles }: Actor,
): readonly (readonly [string, TodayCard])[] {
  const seen = Object.entries(cards).filter(([, card]) => card.may.some((one) => permissions.has(one)));
  const isFirst = ({ firstFor }: TodayCard) =>
    roles.some((role) => isPresetRole(role) && firstFor.includes(role));
  return [...seen.filter(([, card]) => isFirst(card)), ...seen.filter(([, card]) => !isFirst(card))];
}

async function askedOf(
  tx: ReadTx,
  cards: readonly (readonly [string, TodayCard])[],
  mine: boolean,
): Promise<TodayCardFacts[]> {
  const asked: TodayCardFacts[] = [];
  for (const [name, card] of cards) {
    const { all, late, amountFen } = await card.count(tx, mine);
    // An empty card asks nothing further.
    const rows = all === 0 ? [] : await card.rows(tx, mine, rowsAtMost);
    asked.push({ name, kind: card.kind, count: all, lateCount: late, amountFen, rows: [...rows] });
  }
  return asked;
}

function sinceMidnight(tx: ReadTx) {
  return { midnight: startOfDay(dayOf(tx.now)) };
}

const total = sql<number>`cast(count(*) as bigint)`;

const countCasesSince = ownOrAll('casesToday', (db, own) =>
  db
    .select({ count: total })
    .from(cases)
    .where(
      and(
        gte(cases.openedAt, given('midnight')),
        ne(cases.state, 'void'),
        own(sql`${cases.ownerId} = ${me}`),
      ),
    ),
);

const countContactsSince = ownOrAll('contactsToday', (db, own) =>
  db
    .select({ count: total })
    .from(contacts)
    .where(
      and(
        gte(contacts.at, given('midnight')),
        ne(contacts.state, 'void'),
        own(sql`${contacts.personId} = ${me}`),
      ),
    ),
);
