import type { Migration } from './migration.ts';

/**
 * Every record that people edit has a version; whatever stands in the books was saved once. A draft that somebody took
 * over has a second writer; without one it is its author's.
 */
export const references: Migration = {
  number: 7,
  name: 'references',
  sqlite: `ALTER TABLE contact_persons ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE components ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE component_groups ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE requisitions ADD COLUMN taken_over_by TEXT REFERENCES people (id);
ALTER TABLE service_reports ADD COLUMN taken_over_by TEXT REFERENCES people (id);`,
  postgres: `ALTER TABLE contact_persons ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE components ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE component_groups ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE requisitions ADD COLUMN taken_over_by text REFERENCES people (id);
ALTER TABLE service_reports ADD COLUMN taken_over_by text REFERENCES people (id);`,
};
