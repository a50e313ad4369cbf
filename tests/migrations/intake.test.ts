import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '#host/database/open-database.ts';
import { intake } from '#host/database/migrations/0006-intake.ts';
import { migrations } from '#host/database/migrations/index.ts';
import { freshPostgresDatabase } from '#tests/support/postgres.ts';

const before = migrations.filter(({ number }) => number < intake.number);
const rows = `INSERT INTO products (id, code, name, product_line, active, version) VALUES ('p', 'p', '', '', 1, 1);
INSERT INTO customers (id, kind, name, distance_class, importance, region, address, notes, active, created_at, version)
  VALUES ('c', 'firm', 'c', 'near', 'normal', '', '', '', 1, 0, 1);
INSERT INTO units (id, product_id, customer_id, serial_number, plate, engine_number, dealer, region, notes, active, created_at, version)
  VALUES ('u', 'p', 'c', '', '', '', '', '', '', 1, 0, 1);
INSERT INTO readings (id, unit_id, day, mileage_km, operating_hours, source, recorded_at) VALUES
  ('1', 'u', '2026-01-01', 50000, NULL, 'desk', 1),
  ('2', 'u', '2026-02-01', NULL, 700, 'desk', 2),
  ('3', 'u', '2026-03-01', 12, NULL, 'desk', 3),
  ('4', 'u', '2026-04-01', 900, NULL, 'desk', 4);
INSERT INTO warranty_policies (id, name, valid_from_day, scope, regions, card_within_days, replacement_term, published, created_at, version) VALUES
  ('held', '', '2026-01-01', '[]', '[]', 0, 'restOfTerm', 1, 0, 1),
  ('draft', '', '2026-01-01', '[]', '[]', 0, 'restOfTerm', 0, 0, 1);`;
const readings = 'SELECT id FROM readings WHERE counter_replaced = 1 AND voided_at IS NULL';
const policies = 'SELECT id, applies_by FROM warranty_policies ORDER BY id';
const kept = {
  readings: [{ id: '3' }],
  policies: [
    { id: 'draft', applies_by: 'saleDay' },
    { id: 'held', applies_by: 'faultDay' },
  ],
};

test('on SQLite a counter that ran backwards counts as replaced, and policies hold as they were published', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  const location = { engine: 'sqlite', file: join(folder, 'books.db') } as const;
  await (await openDatabase(location, { migrations: before })).close();
  const old = new BetterSqlite3(location.file);
  old.exec(rows);
  old.close();
  await (await openDatabase(location)).close();
  const raw = new BetterSqlite3(location.file, { readonly: true });
  expect({ readings: raw.prepare(readings).all(), policies: raw.prepare(policies).all() }).toEqual(kept);
  raw.close();
  rmSync(folder, { recursive: true, force: true });
});

test('on PostgreSQL they do too', async () => {
  const { url, drop } = await freshPostgresDatabase();
  const location = { engine: 'postgres', url } as const;
  await (await openDatabase(location, { migrations: before })).close();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(rows);
  await (await openDatabase(location)).close();
  const found = {
    readings: (await client.query(readings)).rows,
    policies: (await client.query(policies)).rows,
  };
  await client.end();
  expect(found).toEqual(kept);
  await drop();
});
