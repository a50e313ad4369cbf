import { afterAll, beforeAll, expect, test } from 'vitest';
import { unrecordedLook } from '#host/desks/audit/audit.looks.queries.ts';
import { lastChange, listAudit } from '#host/desks/audit/audit.queries.ts';
import { theProgram } from '#shared/domain/actor.ts';
import { addDays } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ReadTx } from '#host/database/database.ts';
import { fillTable, openPlannedBooks, type PlannedBooks } from '#tests/support/query-plans.ts';

let books: PlannedBooks;
beforeAll(async () => {
  books = await openPlannedBooks(Date.UTC(2026, 10, 22), (file) => {
    fillTable(file, 'audit_entries', 60_000, {
      sequence: (row) => row + 1,
      // One kind and one person are frequent, the others rare; and there are more looks than changes.
      subject_kind: (row) => (row % 10 === 0 ? `kind${row % 100}` : row % 3 === 0 ? 'case' : 'look'),
      subject_id: (row) => `subject${row % 5000}`,
      person_id: (row) => (row % 10 === 0 ? `person${row % 500}` : 'person'),
      before: () => 'null',
      after: () => 'null',
    });
    fillTable(file, 'audit_days', 600, {
      sequence: (row) => row * 100 + 1,
      day: (row) => addDays('2025-01-01', row),
      day_before: (row) => (row === 0 ? '' : addDays('2025-01-01', row - 1)),
    });
  });
});
afterAll(() => books.close());

const sort = { by: 'sequence', descending: true } as const;
const page = { sort, limit: 50, after: JSON.stringify([30_000, 30_000]) };

test.each([
  ['every entry', {}],
  ['a frequent kind', { subjectKind: 'case' }],
  ['a rare kind', { subjectKind: 'kind90' }],
  ['one record', { subjectKind: 'case', subjectId: 'subject7' }],
  ['one person', { personId: 'person10' }],
  ['one person and kind', { personId: 'person', subjectKind: 'kind90' }],
  ['one person and record', { personId: 'person', subjectKind: 'case', subjectId: 'subject7' }],
  ['who looked at one record', { subjectKind: 'look', subjectId: 'subject7' }],
])('%s is listed along an index, without sorting', async (_, filter) => {
  const steps = await books.stepsOf((tx) => listAudit(tx, { ...page, filter }));
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) expect(step).toMatch(/^SEARCH audit_entries/);
  // Of some days of it, the same index is followed between two numbers.
  const days = { fromDay: '2025-03-01', untilDay: '2025-03-31' };
  const ofDays = await books.stepsOf((tx) => listAudit(tx, { ...page, filter: { ...filter, ...days } }));
  expect(ofDays[0]).toBe('SCAN audit_days');
  expect(ofDays[1]).toBe(steps[0]);
  expect(ofDays[1]).toMatch(/(sequence|rowid)>\? AND (sequence|rowid)<\?\)$/);
});

const person = { personId: 'person' };
test.each([
  ['what changed', { filter: { withoutLooks: true } }, 'changes'],
  ['what one person changed', { filter: { ...person, withoutLooks: true } }, 'changes_person'],
  ['who looked', { filter: { subjectKind: 'look' } }, 'kind'],
  ['at what one person looked', { filter: { ...person, subjectKind: 'look' } }, 'person_kind'],
])('%s is listed without a step on anything else', async (_, asked, name) => {
  const [keys, rows] = await books.stepsOf((tx) => listAudit(tx, { ...page, ...asked }));
  expect(keys).toMatch(new RegExp(`^SEARCH audit_entries USING (COVERING )?INDEX audit_entries_${name} `));
  expect(rows).toMatch(/^SEARCH audit_entries USING INTEGER PRIMARY KEY/);
});

test('whether a look is on record is found by the record that was looked at', async () => {
  const somebody = { ...theProgram, personId: newId<'person'>() };
  const ask = (tx: ReadTx) => unrecordedLook(tx, { kind: 'case', id: 'subject7' });
  expect(await books.stepsOf(ask, somebody)).toEqual([
    expect.stringMatching(/^SEARCH audit_entries USING INDEX audit_entries_subject/),
  ]);
});

test('the last change of a record is found at once', async () => {
  expect(await books.stepsOf((tx) => lastChange(tx, 'case', 'subject7'))).toEqual([
    expect.stringMatching(/^SEARCH audit_entries USING INDEX audit_entries_subject/),
  ]);
});
