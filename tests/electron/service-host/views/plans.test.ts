import type BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStates } from '#shared/domain/case-moves.ts';
import { caseDocuments } from '#host/roll/case-documents.ts';
import type { ReadTx } from '#host/database/database.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { openCasesOfUnit } from '#host/modules/cases/cases.open.queries.ts';
import { listCases } from '#host/modules/cases/cases.queries.ts';
import { callerCard } from '#host/views/caller.queries.ts';
import { listContacts } from '#host/modules/contacts/contacts.queries.ts';
import { todayCards } from '#host/roll/today-cards.ts';
import { todayCounters } from '#host/views/today/counters.queries.ts';
import { openPlannedBooks, type PlannedBooks } from '#tests/support/query-plans.ts';

let books: PlannedBooks;
beforeAll(async () => {
  books = await openPlannedBooks(Date.UTC(2026, 10, 22), fill, caseLongAgo);
});
afterAll(() => books.close());

const cases = { sort: { by: 'openedAt', descending: true }, limit: 50 } as const;
const contacts = { sort: { by: 'at', descending: true }, limit: 50 } as const;
const caseLongAgo = 'k1';
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
  { name: 'one case', ask: (tx) => getCase(tx, { id: 'k1' }, caseDocuments) },
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
  ...Object.entries(todayCards).flatMap(([name, card]) =>
    [false, true].map((mine) => ({
      name: `the card ${name}${mine ? ' of oneself' : ''}`,
      ask: async (tx: ReadTx) => [await card.count(tx, mine), await card.rows(tx, mine, 40)],
    })),
  ),
  { name: 'the counters', ask: (tx) => todayCounters(tx) },
];

test.each(questions)('$name: read along an index', async ({ ask, walk }) => {
  const steps = await books.stepsOf(ask);
  expect(steps.length).toBeGreaterThan(0);
  const large = steps.filter((step) => /^(SEARCH|SCAN) (cases|contacts|case_events)\b/.test(step));
  expect(large.filter((step) => !step.startsWith('SEARCH') && !walk?.test(step))).toEqual([]);
});

/** Twenty thousand cases, most of them closed, each with a call and an event. */
function fill(file: BetterSqlite3.Database): void {
  file.exec(`
    CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n;
    INSERT INTO people (id, sign_in_name, name, roles, password_hash, active, created_at, version)
      SELECT 'p' || i, 'p' || i, 'p', '[]', '', 1, 0, 1 FROM n WHERE i <= 20;
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
  `);
}
