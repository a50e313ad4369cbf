import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { dutyKinds, dutyOutcomes } from '#shared/domain/duties.ts';
import { choice, count, id, moment, words } from '../database/columns/columns.ts';
import { people } from './people.tables.ts';

/** What somebody owes or owed by a moment. Nothing is ever deleted: the figures of timeliness are made from it. */
export const duties = sqliteTable(
  'duties',
  {
    id: id<'duty'>('id').primaryKey(),
    kind: choice('kind', dutyKinds).notNull(),
    subjectKind: words('subject_kind').notNull(),
    subjectId: id('subject_id').notNull(),
    /** Tells apart what one record owes several times: the moment promised, the supplement. */
    round: words('round').notNull(),
    /** Who owes it; null where it is the business of the whole team. */
    ownerId: id<'person'>('owner_id').references(() => people.id),
    /** The permission of those who can do it: the team. */
    team: words('team').notNull(),
    openedAt: moment('opened_at').notNull(),
    dueAt: moment('due_at').notNull(),
    /** From when on it is the business of the team beside its owner, and of those who lead. */
    teamAt: moment('team_at').notNull(),
    leaderAt: moment('leader_at').notNull(),
    /** Since when the clock stands still; null while it runs. */
    pausedAt: moment('paused_at'),
    outcome: choice('outcome', dutyOutcomes).notNull(),
    settledAt: moment('settled_at'),
    settledBy: id<'person'>('settled_by').references(() => people.id),
    reason: words('reason').notNull(),
    version: count('version').notNull(),
  },
  (table) => [
    // Holds all that lists and counters of open duties ask, so that they read the index alone.
    index('duties_due').on(
      table.outcome,
      table.dueAt,
      table.id,
      table.ownerId,
      table.team,
      table.kind,
      table.teamAt,
      table.leaderAt,
      table.pausedAt,
    ),
    index('duties_kind').on(table.kind, table.outcome, table.dueAt, table.id),
    index('duties_owner').on(table.ownerId, table.outcome, table.dueAt, table.id, table.kind),
    index('duties_team').on(table.team, table.outcome, table.dueAt, table.id, table.kind),
    index('duties_subject').on(table.kind, table.subjectId, table.outcome),
  ],
);
