import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RoleCode } from '#shared/domain/roles.ts';
import { choice, count, flag, id, json, moment, day, words } from '../database/columns/columns.ts';

/** Those who work with the program. Nobody is deleted; who leaves is set inactive. */
export const people = sqliteTable(
  'people',
  {
    id: id<'person'>('id').primaryKey(),
    signInName: words('sign_in_name').notNull(),
    name: words('name').notNull(),
    roles: json<readonly RoleCode[]>('roles').notNull(),
    passwordHash: words('password_hash').notNull(),
    pinHash: words('pin_hash'),
    active: flag('active').notNull(),
    createdAt: moment('created_at').notNull(),
    version: count('version').notNull(),
  },
  (table) => [uniqueIndex('people_sign_in_name').on(table.signInName)],
);

/**
 * The roles of the firm: those of the preset, which the first step of the table put in, and its own. Only what the firm
 * changed is kept, so that a permission of a later version comes to the roles of the preset.
 */
export const roles = sqliteTable('roles', {
  /** The code that people hold. */
  id: words('id').primaryKey(),
  /** Empty for a role of the preset that bears the name the program has for it. */
  name: words('name').notNull(),
  /** Permissions beyond the preset, and those of the preset that were taken away. */
  added: json<readonly string[]>('added').notNull(),
  removed: json<readonly string[]>('removed').notNull(),
  active: flag('active').notNull(),
  version: count('version').notNull(),
});

/** The secrets that somebody can be asked for, each with tries of its own. */
export const secretKinds = ['password', 'pin', 'ownPassword'] as const;

/**
 * Wrong tries since the last right one; the next try waits longer with each. They are counted apart by the secret and by
 * who tries, so that a colleague who guesses a PIN holds up nobody but themselves.
 */
export const wrongTries = sqliteTable(
  'wrong_tries',
  {
    personId: id<'person'>('person_id')
      .notNull()
      .references(() => people.id),
    kind: choice('kind', secretKinds).notNull(),
    /** Who was signed in where a PIN was tried; empty where that does not count. */
    triedBy: words('tried_by').notNull(),
    count: count('count').notNull(),
    lastAt: moment('last_at').notNull(),
    /** When it was last put on record that somebody went on while they had to wait. */
    waitToldAt: moment('wait_told_at'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.kind, table.triedBy] })],
);

/** Who is signed in where. The token itself is known to the page alone. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: id<'session'>('id').primaryKey(),
    tokenHash: words('token_hash').notNull(),
    personId: id<'person'>('person_id')
      .notNull()
      .references(() => people.id),
    device: words('device').notNull(),
    createdAt: moment('created_at').notNull(),
    lastUsedAt: moment('last_used_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (table) => [
    uniqueIndex('sessions_token').on(table.tokenHash),
    index('sessions_person').on(table.personId, table.endedAt),
  ],
);

/** Who may approve in whose place, and when. */
export const deputies = sqliteTable(
  'deputies',
  {
    id: id<'deputy'>('id').primaryKey(),
    personId: id<'person'>('person_id')
      .notNull()
      .references(() => people.id),
    deputyId: id<'person'>('deputy_id')
      .notNull()
      .references(() => people.id),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day').notNull(),
    endedAt: moment('ended_at'),
  },
  (table) => [index('deputies_deputy').on(table.deputyId, table.untilDay)],
);
