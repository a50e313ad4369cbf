import type { Migration } from './migration.ts';

/**
 * What lists are sorted by where people read Chinese, and the form of the texts that search looks through. No engine knows
 * pinyin: the program fills the keys of existing rows when it starts, and until then they are empty.
 */
export const forms: Migration = {
  number: 8,
  name: 'forms',
  sqlite: `ALTER TABLE customers ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
DROP INDEX customers_name;
CREATE INDEX customers_sort_name ON customers (sort_name, id);
ALTER TABLE parts ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN sort_category TEXT NOT NULL DEFAULT '';
DROP INDEX parts_name;
CREATE INDEX parts_sort_name ON parts (sort_name, id);
CREATE INDEX parts_sort_category ON parts (sort_category, id);
ALTER TABLE search_entries ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
UPDATE search_entries SET form = 2 WHERE text NOT LIKE '%lv%' AND text NOT LIKE '%nv%' AND text NOT LIKE '%ü%';
CREATE INDEX search_entries_form ON search_entries (form, key);`,
  postgres: `ALTER TABLE customers ADD COLUMN sort_name text NOT NULL DEFAULT '';
DROP INDEX customers_name;
CREATE INDEX customers_sort_name ON customers (sort_name, id);
ALTER TABLE parts ADD COLUMN sort_name text NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN sort_category text NOT NULL DEFAULT '';
DROP INDEX parts_name;
CREATE INDEX parts_sort_name ON parts (sort_name, id);
CREATE INDEX parts_sort_category ON parts (sort_category, id);
ALTER TABLE search_entries ADD COLUMN form bigint NOT NULL DEFAULT 1;
UPDATE search_entries SET form = 2 WHERE text NOT LIKE '%lv%' AND text NOT LIKE '%nv%' AND text NOT LIKE '%ü%';
CREATE INDEX search_entries_form ON search_entries (form, key);`,
};
