import type { Migration } from './migration.ts';

/** The index of grams is the one thing the two engines keep in different forms. */
export const searchGrams: Migration = {
  number: 2,
  name: 'search-grams',
  sqlite: `CREATE VIRTUAL TABLE search_grams USING fts5 (grams, content='', contentless_delete=1, detail=none, tokenize='ascii');`,
  postgres: `CREATE TABLE search_grams (key bigint PRIMARY KEY, grams text[] NOT NULL);
CREATE INDEX search_grams_grams ON search_grams USING gin (grams);`,
};
