import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { count, json, words } from '../database/columns/columns.ts';

/** What the firm has chosen, one row per group of settings. */
export const settings = sqliteTable('settings', {
  key: words('key').primaryKey(),
  value: json<unknown>('value').notNull(),
  version: count('version').notNull(),
});
