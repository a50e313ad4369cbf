import type { Migration } from './migration.ts';

const isInUse = 'WHERE EXISTS (SELECT 1 FROM customers) OR EXISTS (SELECT 1 FROM units)';

/**
 * What somebody owes by a moment. What was open before, as an old part to come back, is found at the next start. Files of
 * customers and cards of units are owed from now on alone: thousands of old ones would bury the work of the day.
 */
export const duties: Migration = {
  number: 13,
  name: 'duties',
  sqlite: `CREATE TABLE duties (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  round TEXT NOT NULL,
  owner_id TEXT REFERENCES people (id),
  team TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  team_at INTEGER NOT NULL,
  leader_at INTEGER NOT NULL,
  paused_at INTEGER,
  outcome TEXT NOT NULL,
  settled_at INTEGER,
  settled_by TEXT REFERENCES people (id),
  reason TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX duties_due ON duties (outcome, due_at, id, owner_id, team, kind, team_at, leader_at, paused_at);
CREATE INDEX duties_kind ON duties (kind, outcome, due_at, id);
CREATE INDEX duties_owner ON duties (owner_id, outcome, due_at, id, kind);
CREATE INDEX duties_team ON duties (team, outcome, due_at, id, kind);
CREATE INDEX duties_subject ON duties (kind, subject_id, outcome);
INSERT INTO settings (key, value, version)
  SELECT 'duties', '{"since":' || (CAST(strftime('%s', 'now') AS INTEGER) * 1000) || '}', 1 ${isInUse};`,
  postgres: `CREATE TABLE duties (
  id text PRIMARY KEY NOT NULL,
  kind text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  round text NOT NULL,
  owner_id text REFERENCES people (id),
  team text NOT NULL,
  opened_at bigint NOT NULL,
  due_at bigint NOT NULL,
  team_at bigint NOT NULL,
  leader_at bigint NOT NULL,
  paused_at bigint,
  outcome text NOT NULL,
  settled_at bigint,
  settled_by text REFERENCES people (id),
  reason text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX duties_due ON duties (outcome, due_at, id, owner_id, team, kind, team_at, leader_at, paused_at);
CREATE INDEX duties_kind ON duties (kind, outcome, due_at, id);
CREATE INDEX duties_owner ON duties (owner_id, outcome, due_at, id, kind);
CREATE INDEX duties_team ON duties (team, outcome, due_at, id, kind);
CREATE INDEX duties_subject ON duties (kind, subject_id, outcome);
INSERT INTO settings (key, value, version)
  SELECT 'duties', '{"since":' || (floor(extract(epoch from now()))::bigint * 1000) || '}', 1 ${isInUse};`,
};
