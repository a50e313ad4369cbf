import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitingLosses } from '#host/modules/tools/waiting-losses.queries.ts';
import { listTools } from '#host/modules/tools/tools.queries.ts';
import { toolCheckDue, toolDueBack } from '#host/modules/tools/tools.duties.ts';
import { oneRecord } from '#host/desks/duties/duty.ts';
import type { ReadTx } from '#host/database/database.ts';
import { fillTable, openPlannedBooks, type PlannedBooks } from '#tests/support/query-plans.ts';

const large = 5000;
const dayOfRow = (row: number) => `2026-${String((row % 12) + 1).padStart(2, '0')}-15`;
let books: PlannedBooks;
beforeAll(async () => {
  books = await openPlannedBooks(
    Date.UTC(2026, 10, 22),
    (file) => {
      fillTable(file, 'people', 50, { id: (row) => `person${row}`, sign_in_name: (row) => `p${row}` });
      // One tool of ten is lent.
      const lent = (row: number) => row % 10 === 0;
      fillTable(file, 'tools', large, {
        id: (row) => `tool${row}`,
        number: (row) => `GJ-${row}`,
        state: (row) => (lent(row) ? 'lent' : 'inStore'),
        created_at: (row) => row,
        next_check_day: (row) => (row % 2 === 0 ? dayOfRow(row) : null),
        holder_id: (row) => (lent(row) ? `person${row % 50}` : null),
        due_back_day: (row) => (lent(row) ? dayOfRow(row) : null),
        lose_asked_at: (row) => (row % 1000 === 0 ? row : null),
      });
    },
    '2026-06-15',
  );
});
afterAll(() => books.close());

const page = (by: 'number' | 'createdAt' | 'dueBackDay' | 'nextCheckDay') =>
  ({ sort: { by, descending: false }, limit: 50 }) as const;

/** What is asked, and the index that answers. A walk in the order of the list stops with the page. */
const questions: readonly {
  readonly name: string;
  readonly ask: (tx: ReadTx) => Promise<unknown>;
  readonly index: RegExp;
}[] = [
  {
    name: 'all tools',
    ask: (tx) => listTools(tx, { ...page('number'), filter: {} }),
    index: /INDEX tools_number\b/,
  },
  {
    name: 'all tools by the day they were registered',
    ask: (tx) => listTools(tx, { ...page('createdAt'), filter: {} }),
    index: /INDEX tools_created\b/,
  },
  {
    name: 'the tools that are lent',
    ask: (tx) => listTools(tx, { ...page('dueBackDay'), filter: { states: ['lent'] } }),
    index: /INDEX tools_due_back\b/,
  },
  {
    name: 'the tools that are overdue',
    ask: (tx) => listTools(tx, { ...page('dueBackDay'), filter: { overdue: true } }),
    index: /INDEX tools_due_back\b/,
  },
  {
    name: 'the tools that are due for a check',
    ask: (tx) => listTools(tx, { ...page('nextCheckDay'), filter: { checkDue: true } }),
    index: /INDEX tools_next_check\b/,
  },
  {
    name: 'the tools of a holder',
    ask: (tx) => listTools(tx, { ...page('number'), filter: { holderId: 'person10' } }),
    index: /INDEX tools_holder\b/,
  },
  { name: 'the losses that wait', ask: (tx) => waitingLosses(tx, 50), index: /INDEX tools_lose_asked\b/ },
  {
    name: 'what one tool owes',
    ask: async (tx) => [
      await toolDueBack.owed(tx, oneRecord('tool1')),
      await toolCheckDue.owed(tx, oneRecord('tool1')),
    ],
    index: /INDEX sqlite_autoindex_tools_1\b/,
  },
];

test.each(questions)('$name: read along an index, and sorted by nothing else', async ({ ask, index }) => {
  const steps = await books.stepsOf(ask);
  const ofTools = steps.filter((step) => /^(SEARCH|SCAN) tools\b/.test(step));
  expect(ofTools.some((step) => index.test(step))).toBe(true);
  expect(ofTools.filter((step) => !/USING (COVERING )?INDEX/.test(step))).toEqual([]);
  expect(ofTools.filter((step) => step.startsWith('SCAN') && !index.test(step))).toEqual([]);
  expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});
