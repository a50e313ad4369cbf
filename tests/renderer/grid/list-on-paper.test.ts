import { describe, expect, test } from 'vitest';
import type { Column } from '../../../renderer/grid/columns.tsx';
import { cellText, cut, listOnPaper, readForPaper } from '../../../renderer/grid/list-on-paper.ts';
import { textIn } from '../../../renderer/app/text.ts';

const t = textIn('zh-CN');

/** A list of so many rows that is asked page by page; tells how it was asked. */
function listOf(length: number) {
  const asked: [string | undefined, number][] = [];
  const ask = async (after: string | undefined, limit: number) => {
    asked.push([after, limit]);
    const start = after === undefined ? 0 : Number(after);
    const rows = Array.from({ length: Math.min(limit, length - start) }, (_, index) => start + index);
    const next = start + limit < length ? String(start + limit) : null;
    return { rows, next };
  };
  return { ask, asked };
}

describe('the rows for a paper', () => {
  test.each([
    [0, 0, false],
    [1, 1, false],
    [450, 450, false],
    [1000, 1000, false],
    [1001, 1000, true],
    [5000, 1000, true],
  ])('of a list of %i: %i, and more: %s', async (length, count, isCut) => {
    const { ask, asked } = listOf(length);
    const read = await readForPaper(ask);
    expect(read).toEqual({ rows: Array.from({ length: count }, (_, index) => index), isCut });
    for (const [, limit] of asked) expect(limit).toBeLessThanOrEqual(200);
  });

  test('of a text found too often: the paper is told', async () => {
    const found = async () => ({ rows: [1, 2], next: null, onlyNewest: 500 });
    expect(await readForPaper(found)).toEqual({ rows: [1, 2], isCut: false, onlyNewest: 500 });
    const stopped = async () => ({ rows: [1], next: null, isUnfinished: true });
    expect(await readForPaper(stopped)).toEqual({ rows: [1], isCut: false, isUnfinished: true });
  });

  test('of a list that gives all at once, no more than fit', async () => {
    const all = async () => ({ rows: [1, 2, 3, 4], next: null });
    expect(await readForPaper(all, 3)).toEqual({ rows: [1, 2, 3], isCut: true });
    expect(await readForPaper(all, 4)).toEqual({ rows: [1, 2, 3, 4], isCut: false });
  });
});

interface Row {
  readonly name: string;
  readonly amountFen: number | null;
  readonly at: number;
}
const row: Row = { name: '䶮记𠮷野', amountFen: 128_650, at: Date.UTC(2026, 10, 23, 3, 31) };
const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'common.name' },
  { key: 'amountFen', label: 'stock.amount', kind: 'money' },
  { key: 'at', label: 'common.at', kind: 'moment' },
];

describe('a cell on paper', () => {
  test('says what it says on the screen', () => {
    expect(columns.map((column) => cellText(column, row, t))).toEqual([
      '䶮记𠮷野',
      '1,286.50',
      t.fullMoment(row.at),
    ]);
    expect(
      cellText({ key: 'amountFen', label: 'stock.amount', kind: 'money' }, { ...row, amountFen: null }, t),
    ).toBe('');
    expect(cellText({ key: 'two', label: 'common.name', value: ({ name }) => `${name}!` }, row, t)).toBe(
      '䶮记𠮷野!',
    );
  });

  test('and in words of its own where it is drawn', () => {
    const drawn: Column<Row> = { key: 'name', label: 'common.name', value: () => 'x', text: () => 'a\nb' };
    expect(cellText(drawn, row, t)).toBe('a\nb');
  });

  test.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['ab𠮷d', 4, 'ab…'],
    ['  spaces  ', 6, 'spaces'],
    ['', 4, ''],
  ])('%j cut to %i is %j', (text, most, wanted) => {
    const made = cut(text, most);
    expect(made).toBe(wanted);
    expect(made.isWellFormed()).toBe(true);
  });
});

test('columns keep their order, width and side; what is too much is left out', () => {
  const shown = columns.map((column, index) => ({ column, widthPx: index * 100 }));
  expect(listOnPaper(shown, [row], t)).toEqual({
    columns: [
      { label: t('common.name'), align: 'left', width: 1 },
      { label: t('stock.amount'), align: 'right', width: 100 },
      { label: t('common.at'), align: 'left', width: 200 },
    ],
    rows: [['䶮记𠮷野', '1,286.50', t.fullMoment(row.at)]],
  });
  const many = Array.from({ length: 30 }, () => ({ column: columns[0]!, widthPx: 80 }));
  const { columns: taken, rows } = listOnPaper(many, [{ ...row, name: 'x'.repeat(1000) }], t);
  expect([taken.length, rows[0]?.length, rows[0]?.[0]?.length]).toEqual([24, 24, 400]);
});
