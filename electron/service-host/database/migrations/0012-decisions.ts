import type { Migration } from './migration.ts';

/**
 * Signatures under decisions, and requests for what a leader allows. Who wrote in a draft stood in the audit trail alone; it is
 * carried into a column, because nobody decides on what they wrote.
 */
export const decisions: Migration = {
  number: 12,
  name: 'decisions',
  sqlite: `CREATE TABLE decisions (
  id TEXT PRIMARY KEY NOT NULL,
  decision TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  in_place_of TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  concluded INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_subject ON decisions (subject_id, decision, version);
CREATE INDEX decisions_record ON decisions (record_id, record_kind, at);
ALTER TABLE requisitions ADD COLUMN editor_ids TEXT;
ALTER TABLE requisitions ADD COLUMN allow_asked_by TEXT REFERENCES people (id);
ALTER TABLE requisitions ADD COLUMN allow_asked_at INTEGER;
ALTER TABLE requisitions ADD COLUMN allow_ask_reason TEXT;
CREATE INDEX requisitions_allow_asked ON requisitions (allow_asked_at) WHERE allow_asked_at IS NOT NULL;
ALTER TABLE service_reports ADD COLUMN editor_ids TEXT;
ALTER TABLE old_parts ADD COLUMN waive_asked_by TEXT REFERENCES people (id);
ALTER TABLE old_parts ADD COLUMN waive_asked_at INTEGER;
ALTER TABLE old_parts ADD COLUMN waive_ask_reason TEXT;
CREATE INDEX old_parts_waive_asked ON old_parts (waive_asked_at) WHERE waive_asked_at IS NOT NULL;
UPDATE requisitions SET editor_ids = (SELECT json_group_array(DISTINCT person_id) FROM audit_entries WHERE subject_kind = 'requisition' AND subject_id = requisitions.id AND act = 'requisitions.edit' AND person_id IS NOT NULL);
UPDATE service_reports SET editor_ids = (SELECT json_group_array(DISTINCT person_id) FROM audit_entries WHERE subject_kind = 'report' AND subject_id = service_reports.id AND act IN ('reports.edit', 'reports.finish') AND person_id IS NOT NULL);`,
  postgres: `CREATE TABLE decisions (
  id text PRIMARY KEY NOT NULL,
  decision text NOT NULL,
  subject_id text NOT NULL,
  version bigint NOT NULL,
  record_kind text NOT NULL,
  record_id text NOT NULL,
  person_id text NOT NULL REFERENCES people (id),
  in_place_of text NOT NULL,
  verdict text NOT NULL,
  reason text NOT NULL,
  at bigint NOT NULL,
  concluded bigint NOT NULL
);
CREATE INDEX decisions_subject ON decisions (subject_id, decision, version);
CREATE INDEX decisions_record ON decisions (record_id, record_kind, at);
ALTER TABLE requisitions ADD COLUMN editor_ids text;
ALTER TABLE requisitions ADD COLUMN allow_asked_by text REFERENCES people (id);
ALTER TABLE requisitions ADD COLUMN allow_asked_at bigint;
ALTER TABLE requisitions ADD COLUMN allow_ask_reason text;
CREATE INDEX requisitions_allow_asked ON requisitions (allow_asked_at) WHERE allow_asked_at IS NOT NULL;
ALTER TABLE service_reports ADD COLUMN editor_ids text;
ALTER TABLE old_parts ADD COLUMN waive_asked_by text REFERENCES people (id);
ALTER TABLE old_parts ADD COLUMN waive_asked_at bigint;
ALTER TABLE old_parts ADD COLUMN waive_ask_reason text;
CREATE INDEX old_parts_waive_asked ON old_parts (waive_asked_at) WHERE waive_asked_at IS NOT NULL;
UPDATE requisitions SET editor_ids = (SELECT coalesce(json_agg(DISTINCT person_id)::text, '[]') FROM audit_entries WHERE subject_kind = 'requisition' AND subject_id = requisitions.id AND act = 'requisitions.edit' AND person_id IS NOT NULL);
UPDATE service_reports SET editor_ids = (SELECT coalesce(json_agg(DISTINCT person_id)::text, '[]') FROM audit_entries WHERE subject_kind = 'report' AND subject_id = service_reports.id AND act IN ('reports.edit', 'reports.finish') AND person_id IS NOT NULL);`,
};
