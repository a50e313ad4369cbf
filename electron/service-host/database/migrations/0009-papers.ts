import type { Migration } from './migration.ts';

/**
 * Keeps what was printed. Prints counted before this step have no row: what they said is not known. A voided requisition
 * held the reason of its voiding in the place of the approver's opinion; who voided it, and when, is in the audit trail.
 */
export const papers: Migration = {
  number: 9,
  name: 'papers',
  sqlite: `CREATE TABLE printed_papers (
  print_id TEXT PRIMARY KEY NOT NULL REFERENCES prints (id),
  file_name TEXT NOT NULL,
  packed_definition TEXT NOT NULL,
  data_hash TEXT NOT NULL,
  logo_attachment_id TEXT REFERENCES attachments (id),
  pdf_attachment_id TEXT REFERENCES attachments (id),
  missing_characters TEXT NOT NULL
) STRICT;
ALTER TABLE requisitions ADD COLUMN voided_by TEXT REFERENCES people (id);
ALTER TABLE requisitions ADD COLUMN voided_at INTEGER;
ALTER TABLE requisitions ADD COLUMN void_reason TEXT;
UPDATE requisitions SET void_reason = decision_reason, decision_reason = '' WHERE state = 'void';
UPDATE requisitions SET
  voided_by = (SELECT person_id FROM audit_entries WHERE subject_kind = 'requisition' AND subject_id = requisitions.id AND act = 'requisitions.void' ORDER BY sequence DESC LIMIT 1),
  voided_at = (SELECT at FROM audit_entries WHERE subject_kind = 'requisition' AND subject_id = requisitions.id AND act = 'requisitions.void' ORDER BY sequence DESC LIMIT 1)
  WHERE state = 'void';
ALTER TABLE service_reports ADD COLUMN parts_fee_fen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE service_reports ADD COLUMN labour_fee_fen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE service_reports ADD COLUMN travel_fee_fen INTEGER NOT NULL DEFAULT 0;`,
  postgres: `CREATE TABLE printed_papers (
  print_id text PRIMARY KEY NOT NULL REFERENCES prints (id),
  file_name text NOT NULL,
  packed_definition text NOT NULL,
  data_hash text NOT NULL,
  logo_attachment_id text REFERENCES attachments (id),
  pdf_attachment_id text REFERENCES attachments (id),
  missing_characters text NOT NULL
);
ALTER TABLE requisitions ADD COLUMN voided_by text REFERENCES people (id);
ALTER TABLE requisitions ADD COLUMN voided_at bigint;
ALTER TABLE requisitions ADD COLUMN void_reason text;
UPDATE requisitions SET void_reason = decision_reason, decision_reason = '' WHERE state = 'void';
UPDATE requisitions SET
  voided_by = (SELECT person_id FROM audit_entries WHERE subject_kind = 'requisition' AND subject_id = requisitions.id AND act = 'requisitions.void' ORDER BY sequence DESC LIMIT 1),
  voided_at = (SELECT at FROM audit_entries WHERE subject_kind = 'requisition' AND subject_id = requisitions.id AND act = 'requisitions.void' ORDER BY sequence DESC LIMIT 1)
  WHERE state = 'void';
ALTER TABLE service_reports ADD COLUMN parts_fee_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE service_reports ADD COLUMN labour_fee_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE service_reports ADD COLUMN travel_fee_fen bigint NOT NULL DEFAULT 0;`,
};
