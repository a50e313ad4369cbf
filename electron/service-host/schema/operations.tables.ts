import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { id, json, moment, words } from '../database/columns/columns.ts';

/**
 * Every act that changed something, by the id the screen gave it: pressing twice books once. Nothing of a secret is in
 * the hash of the input. Operations are forgotten after a time.
 */
export const operations = sqliteTable(
  'operations',
  {
    id: id<'operation'>('id').primaryKey(),
    procedure: words('procedure').notNull(),
    personId: id<'person'>('person_id'),
    inputHash: words('input_hash').notNull(),
    result: json<unknown>('result').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('operations_at').on(table.at)],
);
