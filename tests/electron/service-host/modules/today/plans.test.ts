import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { openStates } from '#shared/domain/case-moves.ts';
import type { Database, ReadTx } from '#host/database/database.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { getCase } from '#host/modules/cases/cases.detail.queries.ts';
import { openCasesOfUnit } from '#host/modules/cases/cases.open.queries.ts';
import { listCases } from '#host/modules/cases/cases.queries.ts';
import { callerCard } from '#host/modules/contacts/contacts.caller.queries.ts';
import { listContacts } from '#host/modules/contacts/contacts.queries.ts';
import { todayCounters } from '#host/modules/today/today.counters.queries.ts';
import { todayPage } from '#host/modules/today/today.queries.ts';

const folder = mkdtempSync(join(tmpdir(), 'plans-'));
const file = join(folder, 'shouhou.db');
const asked: string[] = [];
let database: Database;

beforeAll(async () => {
  const clock = () => Date.UTC(2026, 10, 22);
  await (await openDatabase({ engine: 'sqlite', file }, { clock })).close();
  fill();
  database = await openDatabase(
    { engine: 'sqlite', file },
    { clock, beforeStatement: (sql) => asked.push(sql) },
  );
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const cases = { sort: { by: 'openedAt', descending: true }, limit: 50 } as const;
const contacts = { sort: { by: 'at', descending: true }, limit: 50 } as const;
const years = { fromDay: '2024-03-05', untilDay: '2024-03-06' };

/** What is asked, and how. A walk along an index in the order of the list stops with the page. */
const questions: readonly {
  readonly name: string;
  readonly ask: (tx: ReadTx) => Promise<unknown>;
  readonly walk?: RegExp;
}[] = [
  {
    name: 'the cases',
    ask: (tx) => listCases(tx, { ...cases, filter: {} }),
    walk: /^SCAN cases USING (COVERING )?INDEX cases_opened/,
  },
  { name: 'the open cases', ask: (tx) => listCases(tx, { ...cases, filter: { states: openStates } }) },
  { name: 'the cases of an owner', ask: (tx) => listCases(tx, { ...cases, filter: { ownerId: 'p1' } }) },
  { name: 'the cases of a customer', ask: (tx) => listCases(tx, { ...cases, filter: { customerId: 'c1' } }) },
  { name: 'the open cases of a unit', ask: (tx) => openCasesOfUnit(tx, 'u1') },
  { name: 'one case', ask: (tx) => getCase(tx, { id: 'k1' }) },
  {
    name: 'the register',
    ask: (tx) => listContacts(tx, { ...contacts, filter: {} }),
    walk: /^SCAN contacts USING (COVERING )?INDEX contacts_at/,
  },
  {
    name: 'the contacts that are held',
    ask: (tx) => listContacts(tx, { ...contacts, filter: { states: ['toBeClarified'] } }),
  },
  { name: 'the visits', ask: (tx) => listContacts(tx, { ...contacts, filter: { kinds: ['visit'] } }) },
  { name: 'the contacts of two days', ask: (tx) => listContacts(tx, { ...contacts, filter: years }) },
  { name: 'who calls', ask: (tx) => callerCard(tx, { customerId: 'c1' }) },
  { name: 'the day', ask: (tx) => todayPage(tx, { mine: false }) },
  { name: 'the counters', ask: (tx) => todayCounters(tx) },
];

test.each(questions)('$name: read along an index', async ({ ask, walk }) => {
  asked.length = 0;
  await database.read(theProgram, ask);
  expect(asked.length).toBeGreaterThan(0);
  const large = asked
    .flatMap((sql) => planOf(sql))
    .filter((step) => /^(SEARCH|SCAN) (cases|contacts|case_events)\b/.test(step));
  expect(large.filter((step) => !step.startsWith('SEARCH') && !walk?.test(step))).toEqual([]);
});

function planOf(sql: string): readonly string[] {
  if (!/^(select|with)/i.test(sql)) return [];
  const connection = new BetterSqlite3(file, { readonly: true });
  // The plan depends on how much a value narrows the search: a case long ago for all.
  const given = Array.from({ length: sql.split('?').length - 1 }, () => 'k1');
  try {
    // The columns of EXPLAIN QUERY PLAN are SQLite's own.
    const rows = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(given) as { detail: string }[];
    return rows.map((row) => row.detail);
  } finally {
    connection.close();
  }
}

/** Twenty thousand cases, most of them closed, each with a call and an event, and what the engine learns from them. */
function fill(): void {
  const connection = new BetterSqlite3(file);
  connection.pragma('foreign_keys = OFF');
  connection.exec(`
    CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n;
    INSERT INTO people (id, sign_in_name, name, roles, password_hash, active, wrong_tries, created_at, version)
      SELECT 'p' || i, 'p' || i, 'p', '[]', '', 1, 0, 0, 1 FROM n WHERE i <= 20;
    INSERT INTO customers (id, kind, name, distance_class, importance, region, address, notes, active, created_at, version)
      SELECT 'c' || i, 'firm', 'c', 'near', 'normal', '', '', '', 1, i, 1 FROM n WHERE i <= 500;
    INSERT INTO cases (id, number, state, customer_id, unit_id, category, urgency, symptom, owner_id, opened_at, version)
      SELECT 'k' || i, 'FW' || i, CASE WHEN i % 500 = 0 THEN 'inService' ELSE 'closed' END, 'c' || (i % 500 + 1), 'u' || (i % 900),
        'repair', 'limping', '', 'p' || (i % 20 + 1), 1700000000000 + i * 3600000, 1 FROM n;
    INSERT INTO contacts (id, number, kind, direction, state, at, sender_reference, telephone, caller_name, customer_id, unit_id, category,
        urgency, summary, answer, case_id, void_reason, person_id, version)
      SELECT 'l' || i, 'LD' || i, CASE WHEN i % 9 = 0 THEN 'fax' ELSE 'call' END, 'in', CASE WHEN i % 700 = 0 THEN 'toBeClarified' ELSE 'inCase' END,
        1700000000000 + i * 3600000, '', '', '', 'c' || (i % 500 + 1), 'u' || (i % 900), 'repair', 'limping', '', '', 'k' || i, '', 'p1', 1 FROM n;
    INSERT INTO case_events (id, case_id, at, kind, text, document_kind, document_number, person_name)
      SELECT 'e' || i, 'k' || i, i, 'note', '', '', '', '' FROM n;
    ANALYZE;
  `);
  connection.close();
}
