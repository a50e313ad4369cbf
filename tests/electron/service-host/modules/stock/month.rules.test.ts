import { expect, test } from 'vitest';
import { readCursor, statementRow, writeCursor } from '#host/modules/stock/month.rules.ts';

test('a line is counted back from what is held now', () => {
  const during = { inQuantity: 5000, inFen: 500, outQuantity: 2000, outFen: 200 };
  const later = { quantity: -3000, valueFen: -260 };
  expect(statementRow({ quantity: 10_000, valueFen: 1000 }, during, later)).toEqual({
    openingQuantity: 10_000,
    openingFen: 960,
    ...during,
    closingQuantity: 13_000,
    closingFen: 1260,
  });
  expect(statementRow()).toMatchObject({ openingQuantity: 0, closingFen: 0 });
});

test('a cursor comes back as it went', () => {
  const cursor = {
    number: '130"7,𠮷',
    sequence: 12,
    totals: { openingFen: 1, inFen: 2, outFen: 3, closingFen: 0 },
  };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});

test.each([
  '',
  '{}',
  '[]',
  'null',
  '["a",1]',
  '[1,2,3,4,5,6]',
  '["a",1,2,3,4,"5"]',
  '["a",1,2,3,4,5,6]',
  '["a",1,2,3,4,1.5]',
])('%s is no cursor', (text) => {
  expect(readCursor(text)).toBeUndefined();
});
