import { afterAll, beforeAll, expect, test } from 'vitest';
import { listJudgements, unitVerdicts } from '#host/modules/warranty/warranty.queries.ts';
import { fillTable, openPlannedBooks, type PlannedBooks } from '#tests/support/query-plans.ts';

const large = 8000;
let books: PlannedBooks;
beforeAll(async () => {
  books = await openPlannedBooks(Date.UTC(2026, 10, 22), (file) => {
    const unit = (row: number) => `unit${row % 2000}`;
    const own = (prefix: string) => (row: number) => `${prefix}${row}`;
    fillTable(file, 'customers', 500, { id: own('customer') });
    fillTable(file, 'products', 20, { id: own('product'), code: own('P') });
    fillTable(file, 'units', 2000, {
      id: own('unit'),
      product_id: (row) => `product${row % 20}`,
      customer_id: (row) => `customer${row % 500}`,
    });
    fillTable(file, 'readings', 5 * large, {
      id: own('reading'),
      unit_id: unit,
      day: () => '2026-01-01',
      mileage_km: (row) => row,
    });
    fillTable(file, 'parts', 1000, { id: own('part'), number: own('N') });
    fillTable(file, 'requisitions', large, {
      id: own('requisition'),
      number: own('LL'),
      purpose: () => 'warranty',
    });
    fillTable(file, 'requisition_lines', large, {
      id: own('line'),
      requisition_id: own('requisition'),
      part_id: (row) => `part${row % 1000}`,
      quantity: () => 1,
    });
    fillTable(file, 'issues', large, {
      id: own('issue'),
      number: own('CK'),
      requisition_id: own('requisition'),
    });
    fillTable(file, 'issue_lines', large, {
      id: own('issueLine'),
      issue_id: own('issue'),
      requisition_line_id: own('line'),
      quantity: () => 1,
    });
    fillTable(file, 'service_reports', large, {
      id: own('report'),
      number: own('FB'),
      unit_id: unit,
      state: () => 'filed',
      finished_at: () => 1,
    });
    fillTable(file, 'service_report_lines', large, {
      id: own('reportLine'),
      report_id: own('report'),
      part_id: (row) => `part${row % 1000}`,
      issue_line_id: own('issueLine'),
      quantity: () => 1,
    });
    fillTable(file, 'warranty_judgements', large, {
      id: own('judgement'),
      number: own('PD'),
      unit_id: unit,
      case_id: own('case'),
      exclusions: () => '[]',
      reasons: () => '[]',
    });
  });
});
afterAll(() => books.close());

const bigTables =
  /\b(readings|service_reports|service_report_lines|issue_lines|requisition_lines|requisitions|warranty_judgements|units|parts|r)\b/;

test('the lights of a page of units cost a handful of statements, each along an index', async () => {
  const units = Array.from({ length: 100 }, (_, index) => `unit${index}`);
  const steps = await books.stepsOf((tx) => unitVerdicts(tx, units, '2026-11-22'));
  const walked = steps.filter((step) => step.startsWith('SCAN') && bigTables.test(step));
  expect(walked).toEqual([]);
  expect(
    steps.filter((step) => step.startsWith('SEARCH r USING')).every((step) => step.includes('readings_unit')),
  ).toBe(true);
});

test.each([
  ['of a unit', { unitId: 'unit7' }],
  ['of a case', { caseId: 'case7' }],
])('the judgements %s are found along an index', async (_, input) => {
  const steps = await books.stepsOf((tx) => listJudgements(tx, input));
  expect(steps.filter((step) => step.startsWith('SCAN') && /warranty_judgements/.test(step))).toEqual([]);
});
