import { expect, test } from 'vitest';
import type { FoundPart } from '../../../../renderer/components/parts/find-part.ts';
import { reportOf, resolvedLines, tooManyRows } from '../../../../renderer/components/parts/paste-report.ts';
import { pastedTable } from '../../../../renderer/components/parts/pasted-table.ts';

const part = (number: string): FoundPart => ({
  id: `id of ${number}`,
  number,
  name: '水泵总成',
  specification: '',
  unitOfMeasure: '件',
  priceFen: 86_000,
  availableQuantity: 5000,
  oldPartRule: 'required',
  componentGroupCode: 'chassis',
  barcode: '',
  bins: ['A-01'],
});
const known = new Map(['P1', 'P2'].map((number) => [number, part(number)]));

function pasted(text: string, partIdsBefore: readonly string[] = []) {
  const table = pastedTable(text);
  if (!table) throw new Error('no table');
  const lines = resolvedLines(table.lines, known);
  return { lines, report: reportOf(table, lines, partIdsBefore) };
}

test('a paste without a doubt says nothing', () => {
  expect(pasted('P1\t2件\nP2\t3').report).toBeUndefined();
});

test('a quantity in another unit than the part’s is marked and not taken', () => {
  const { lines, report } = pasted('P1\t2箱\nP2\t2件');
  expect(lines.map(({ quantity }) => quantity)).toEqual([null, 2000]);
  expect(report?.doubts).toEqual([{ row: 1, number: 'P1', text: '2箱' }]);
});

test('numbers that are not known and parts on several lines are named', () => {
  const { report } = pasted('P1\t2\nX9\t1\nP1\t3\nP2\t1', ['id of P2']);
  expect(report?.unknownNumbers).toEqual(['X9']);
  expect(report?.repeatedNumbers).toEqual(['P1', 'P2']);
});

test('more rows than the document takes are refused as a whole, with the figures', () => {
  const table = pastedTable(Array.from({ length: 205 }, (_, index) => `P${index}\t1`).join('\n'));
  expect(table && tooManyRows(table, 0, 200)?.tooMany).toEqual({
    rowCount: 205,
    lineCount: 0,
    mostLines: 200,
  });
  expect(table && tooManyRows(table, 300, 500)?.tooMany?.lineCount).toBe(300);
  expect(table && tooManyRows(table, 295, 500)).toBeUndefined();
});
