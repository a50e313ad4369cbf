import type { Migration } from './migration.ts';

/** Generated from the tables in the code. */
export const tools: Migration = {
  number: 15,
  name: 'tools',
  sqlite: `CREATE TABLE tools (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  number_key TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  state TEXT NOT NULL,
  keeper_id TEXT REFERENCES people (id),
  check_interval_days INTEGER NOT NULL,
  last_check_day TEXT,
  next_check_day TEXT,
  purchase_day TEXT,
  value_fen INTEGER NOT NULL,
  notes TEXT NOT NULL,
  holder_id TEXT REFERENCES people (id),
  due_back_day TEXT,
  state_reason TEXT NOT NULL,
  charge_fen INTEGER,
  lose_asked_by TEXT REFERENCES people (id),
  lose_asked_at INTEGER,
  lose_ask_reason TEXT,
  lose_ask_charge_fen INTEGER,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX tools_number_key ON tools (number_key);
CREATE INDEX tools_number ON tools (number, id);
CREATE INDEX tools_created ON tools (created_at, id);
CREATE INDEX tools_due_back ON tools (due_back_day, id);
CREATE INDEX tools_next_check ON tools (next_check_day, id);
CREATE INDEX tools_holder ON tools (holder_id, number, id);
CREATE INDEX tools_lose_asked ON tools (lose_asked_at, id) WHERE lose_asked_at IS NOT NULL;
CREATE TABLE tool_checks (
  id TEXT PRIMARY KEY NOT NULL,
  tool_id TEXT NOT NULL REFERENCES tools (id),
  day TEXT NOT NULL,
  check_result TEXT NOT NULL,
  remark TEXT NOT NULL,
  person_id TEXT REFERENCES people (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX tool_checks_tool ON tool_checks (tool_id, day, id);
CREATE TABLE tool_loans (
  id TEXT PRIMARY KEY NOT NULL,
  tool_id TEXT NOT NULL REFERENCES tools (id),
  ordinal INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  case_id TEXT REFERENCES cases (id),
  due_back_day TEXT NOT NULL,
  notes TEXT NOT NULL,
  lent_at INTEGER NOT NULL,
  lent_by TEXT REFERENCES people (id),
  ended_at INTEGER,
  ended_by TEXT REFERENCES people (id),
  loan_end TEXT,
  end_remark TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tool_loans_ordinal ON tool_loans (tool_id, ordinal);
CREATE UNIQUE INDEX tool_loans_open ON tool_loans (tool_id) WHERE "tool_loans"."ended_at" is null;`,
  postgres: `CREATE TABLE tools (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  number_key text NOT NULL,
  name text NOT NULL,
  category text NOT NULL,
  state text NOT NULL,
  keeper_id text REFERENCES people (id),
  check_interval_days bigint NOT NULL,
  last_check_day text,
  next_check_day text,
  purchase_day text,
  value_fen bigint NOT NULL,
  notes text NOT NULL,
  holder_id text REFERENCES people (id),
  due_back_day text,
  state_reason text NOT NULL,
  charge_fen bigint,
  lose_asked_by text REFERENCES people (id),
  lose_asked_at bigint,
  lose_ask_reason text,
  lose_ask_charge_fen bigint,
  created_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX tools_number_key ON tools (number_key);
CREATE INDEX tools_number ON tools (number, id);
CREATE INDEX tools_created ON tools (created_at, id);
CREATE INDEX tools_due_back ON tools (due_back_day, id);
CREATE INDEX tools_next_check ON tools (next_check_day, id);
CREATE INDEX tools_holder ON tools (holder_id, number, id);
CREATE INDEX tools_lose_asked ON tools (lose_asked_at, id) WHERE lose_asked_at IS NOT NULL;
CREATE TABLE tool_checks (
  id text PRIMARY KEY NOT NULL,
  tool_id text NOT NULL REFERENCES tools (id),
  day text NOT NULL,
  check_result text NOT NULL,
  remark text NOT NULL,
  person_id text REFERENCES people (id),
  at bigint NOT NULL
);
CREATE INDEX tool_checks_tool ON tool_checks (tool_id, day, id);
CREATE TABLE tool_loans (
  id text PRIMARY KEY NOT NULL,
  tool_id text NOT NULL REFERENCES tools (id),
  ordinal bigint NOT NULL,
  person_id text NOT NULL REFERENCES people (id),
  case_id text REFERENCES cases (id),
  due_back_day text NOT NULL,
  notes text NOT NULL,
  lent_at bigint NOT NULL,
  lent_by text REFERENCES people (id),
  ended_at bigint,
  ended_by text REFERENCES people (id),
  loan_end text,
  end_remark text NOT NULL
);
CREATE UNIQUE INDEX tool_loans_ordinal ON tool_loans (tool_id, ordinal);
CREATE UNIQUE INDEX tool_loans_open ON tool_loans (tool_id) WHERE "tool_loans"."ended_at" is null;`,
};
