import type { Migration } from './migration.ts';

const preset = ['clerk', 'warehouse', 'technician', 'leader', 'quality', 'finance', 'admin', 'auditor'];
const unchanged = preset.map((role) => `('${role}', '', '[]', '[]', 1, 1)`).join(', ');
const presetRows = `INSERT INTO roles (id, name, added, removed, active, version) VALUES ${unchanged};`;

/** The roles of the firm. Those of the preset begin unchanged: people hold their codes already, and keep what they may do. */
export const roles: Migration = {
  number: 11,
  name: 'roles',
  sqlite: `CREATE TABLE roles (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  added TEXT NOT NULL,
  removed TEXT NOT NULL,
  active INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
${presetRows}`,
  postgres: `CREATE TABLE roles (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  added text NOT NULL,
  removed text NOT NULL,
  active bigint NOT NULL,
  version bigint NOT NULL
);
${presetRows}`,
};
