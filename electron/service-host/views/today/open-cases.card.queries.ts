import { and, sql } from 'drizzle-orm';
import { given } from '../../database/statement.ts';
import { cases } from '../../schema/cases.tables.ts';
import { counted, countOf, me, ownOrAll, run, type TodayCard } from './card.ts';
import { isOpen, mostUrgentFirst, rowsOfCases } from './case-rows.queries.ts';

/** The cases that are not closed, the most urgent first. */
export const openCases: TodayCard = {
  kind: 'case',
  may: ['cases.view'],
  firstFor: ['clerk', 'technician', 'leader', 'quality'],
  count: async (tx, mine) => countOf(await run(tx, countOpen, mine)),
  rows: async (tx, mine, limit) => rowsOfCases(tx, await run(tx, findOpen, mine, { limit })),
};

const countOpen = ownOrAll('openCases.count', (db, own) =>
  db
    .select(counted())
    .from(cases)
    .where(and(isOpen, own(sql`${cases.ownerId} = ${me}`))),
);

const findOpen = ownOrAll('openCases', (db, own) =>
  db
    .select({ id: cases.id })
    .from(cases)
    .where(and(isOpen, own(sql`${cases.ownerId} = ${me}`)))
    .orderBy(...mostUrgentFirst)
    .limit(given('limit')),
);
