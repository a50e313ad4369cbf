import { expect, test } from 'vitest';
import { pastedLines } from '../../../../renderer/features/stock/pasted-lines.ts';

const line = (partNumber: string, quantity: number | null, unitPriceFen: number | null, bin: string) => ({
  partNumber,
  quantity,
  unitPriceFen,
  bin,
});

test.each([
  ['P1\t3\t35.2\tA-01', [line('P1', 3000, 3520, 'A-01')]],
  ['P1\t12.5\t¥1,286.50\t\r\nP2\t\t\t\r\n', [line('P1', 12_500, 128_650, ''), line('P2', null, null, '')]],
  ['件号\t数量\t单价\t库位\nP1\t3\t1\tA', [line('P1', 3000, 100, 'A')]],
  ['Number\tQty\nP1\t3', [line('P1', 3000, null, '')]],
  ['P1', undefined],
  ['P1\n', undefined],
  ['P1\nP2', [line('P1', null, null, ''), line('P2', null, null, '')]],
  ['007\t3', [line('007', 3000, null, '')]],
  ['\n\t\t\nP1\t１２\t３.５', [line('P1', 12_000, 350, '')]],
  ['P1\tmany\t-3\tA', [line('P1', null, null, 'A')]],
  ['"P ""1"""\t1', [line('P "1"', 1000, null, '')]],
  ['=1+1\t1', [line('=1+1', 1000, null, '')]],
  ['', undefined],
])('reads %j', (text, lines) => {
  expect(pastedLines(text)).toEqual(lines);
});

test('takes as many lines as a receipt may have', () => {
  const text = Array.from({ length: 900 }, (_, index) => `P${index}\t1`).join('\n');
  expect(pastedLines(text)).toHaveLength(500);
});
