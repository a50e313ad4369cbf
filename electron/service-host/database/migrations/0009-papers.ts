import type { Migration } from './migration.ts';

/** Keeps what was printed. Prints counted before this step have no row here: what they said is not known. */
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
) STRICT;`,
  postgres: `CREATE TABLE printed_papers (
  print_id text PRIMARY KEY NOT NULL REFERENCES prints (id),
  file_name text NOT NULL,
  packed_definition text NOT NULL,
  data_hash text NOT NULL,
  logo_attachment_id text REFERENCES attachments (id),
  pdf_attachment_id text REFERENCES attachments (id),
  missing_characters text NOT NULL
);`,
};
