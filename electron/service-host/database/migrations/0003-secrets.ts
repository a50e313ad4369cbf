import type { Migration } from './migration.ts';

/** The acts whose remembered input had a password or PIN in it. */
const told = `('session.setUp', 'session.changePassword', 'session.setPin', 'people.create', 'people.resetPassword')`;
const blanked = `UPDATE operations SET input_hash = '' WHERE procedure IN ${told};`;

/** What was made quickly of a secret goes; wrong tries are counted apart by secret and by who tries. */
export const secrets: Migration = {
  number: 3,
  name: 'secrets',
  sqlite: `${blanked}
CREATE INDEX operations_at ON operations (at);
CREATE TABLE wrong_tries (
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL,
  tried_by TEXT NOT NULL,
  count INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  wait_told_at INTEGER,
  PRIMARY KEY (person_id, kind, tried_by)
) STRICT, WITHOUT ROWID;
INSERT INTO wrong_tries (person_id, kind, tried_by, count, last_at)
  SELECT id, 'password', '', wrong_tries, last_wrong_try_at FROM people WHERE last_wrong_try_at IS NOT NULL;
ALTER TABLE people DROP COLUMN wrong_tries;
ALTER TABLE people DROP COLUMN last_wrong_try_at;`,
  postgres: `${blanked}
CREATE INDEX operations_at ON operations (at);
CREATE TABLE wrong_tries (
  person_id text NOT NULL REFERENCES people (id),
  kind text NOT NULL,
  tried_by text NOT NULL,
  count bigint NOT NULL,
  last_at bigint NOT NULL,
  wait_told_at bigint,
  PRIMARY KEY (person_id, kind, tried_by)
);
INSERT INTO wrong_tries (person_id, kind, tried_by, count, last_at)
  SELECT id, 'password', '', wrong_tries, last_wrong_try_at FROM people WHERE last_wrong_try_at IS NOT NULL;
ALTER TABLE people DROP COLUMN wrong_tries;
ALTER TABLE people DROP COLUMN last_wrong_try_at;`,
  sqliteInCopy: blanked,
};
