import { expect, test } from 'vitest';
import { refuseBrokenPiece, refuseBrokenPieces } from '#shared/contract/whole-pieces.ts';
import { fitsUnit } from '#shared/domain/quantities.ts';

test.each([
  [500, '件', false],
  [1500, '台', false],
  [2000, '个', true],
  [500, '升', true],
  [1250, 'L', true],
  [1, 'ｋｇ', true],
  [12_500, 'm', true],
])('%i thousandths of %s', (quantity, unit, fits) => {
  expect(fitsUnit(quantity, unit)).toBe(fits);
});

test('a broken piece is told at the quantity of its line, with the unit', () => {
  const parts = new Map([
    ['pump', { unitOfMeasure: '件' }],
    ['oil', { unitOfMeasure: '升' }],
  ]);
  const lines = [
    { partId: 'oil', quantity: 500 },
    { partId: 'pump', quantity: 500 },
  ];
  expect(() => refuseBrokenPieces(lines, parts)).toThrow(
    expect.objectContaining({
      facts: { issues: [{ path: 'lines.1.quantity', code: 'wholePieces', limit: '件' }] },
    }),
  );
});

test('what is left of a piece broken before may be ended', () => {
  const line = { quantity: 500, unitOfMeasure: '件' };
  expect(() => refuseBrokenPiece({ ...line, open: 500 }, 'lines.0.quantity')).not.toThrow();
  expect(() => refuseBrokenPiece({ ...line, open: 1500 }, 'lines.0.quantity')).toThrow('INVALID_INPUT');
});
