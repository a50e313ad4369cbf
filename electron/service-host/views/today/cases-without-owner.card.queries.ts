import { and } from 'drizzle-orm';
import { given, statement } from '../../database/statement.ts';
import { hasNoOwner } from '../../modules/cases/cases.queries.ts';
import { cases } from '../../schema/cases.tables.ts';
import { counted, countOf, type TodayCard } from './card.ts';
import { isOpen, mostUrgentFirst, rowsOfCases } from './case-rows.queries.ts';

/** Open cases of nobody, or of somebody who no longer works here; the same whoever asks. */
export const casesWithoutOwner: TodayCard = {
  kind: 'case',
  may: ['cases.edit', 'people.edit'],
  firstFor: ['clerk', 'leader', 'admin'],
  count: async (tx) => countOf(await tx.run(countWithoutOwner)),
  rows: async (tx, _mine, limit) => rowsOfCases(tx, await tx.run(findWithoutOwner, { limit })),
};

const countWithoutOwner = statement('today.casesWithoutOwner.count', (db) =>
  db.select(counted()).from(cases).where(and(isOpen, hasNoOwner())),
);

const findWithoutOwner = statement('today.casesWithoutOwner', (db) =>
  db
    .select({ id: cases.id })
    .from(cases)
    .where(and(isOpen, hasNoOwner()))
    .orderBy(...mostUrgentFirst)
    .limit(given('limit')),
);
