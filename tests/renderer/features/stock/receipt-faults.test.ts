import { expect, test } from 'vitest';
import { textIn } from '../../../../renderer/app/text.ts';
import { faultsByLine, looksTheSame } from '../../../../renderer/features/stock/receipt-faults.ts';
import { emptyLine, type LineValues } from '../../../../renderer/features/stock/receipt-values.ts';

const t = textIn('zh-CN');
const same = { bins: [], isNext: false, onChange: 0, onRemove: 0 };
const rows = (lines: readonly LineValues[], marksMissing: boolean) => {
  const faults = faultsByLine(lines, null, marksMissing, t);
  return lines.map((line, index) => ({ ...same, line, index, faults: faults.get(line.key) }));
};

test.each([false, true])(
  'a key in one of 500 lines draws that line alone; missing marked: %s',
  (marksMissing) => {
    const lines = Array.from({ length: 500 }, (_, index) => ({
      ...emptyLine(String(index)),
      quantity: 1000,
    }));
    const typed = lines.map((line, index) => (index === 250 ? { ...line, quantity: 12_000 } : line));
    const [before, after] = [rows(lines, marksMissing), rows(typed, marksMissing)];
    const drawn = after.filter((row, index) => {
      const was = before[index];
      return !was || !looksTheSame(was, row);
    });
    expect(drawn.map(({ index }) => index)).toEqual([250]);
  },
);

test('a line whose fault has gone is drawn anew', () => {
  const line = { ...emptyLine('1'), quantity: 1000 };
  const [marked, plain] = [rows([line], true)[0], rows([line], false)[0]];
  expect(marked && plain && looksTheSame(marked, plain)).toBe(false);
});
