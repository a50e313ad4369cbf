import { expect, test } from 'vitest';
import {
  faultsOfAmounts,
  mayReceive,
  openDays,
  sourceOf,
  whyNotPosted,
} from '#host/modules/stock/receipts.rules.ts';

test.each([
  ['2026-11-22', 7, '2026-11-15'],
  ['2026-11-05', 7, '2026-11-01'],
  ['2026-11-01', 7, '2026-11-01'],
  ['2026-11-22', 0, '2026-11-22'],
  ['2026-03-31', 60, '2026-03-01'],
])('on %s, %i days back reach %s', (today, backdateDays, fromDay) => {
  expect(openDays(today, backdateDays)).toEqual({ fromDay, untilDay: today });
});

const open = { fromDay: '2026-11-15', untilDay: '2026-11-22' };
const sound = {
  day: '2026-11-20',
  lineCount: 1,
  specificationChecked: true,
  quantityChecked: true,
  qualityChecked: true,
} as const;

test.each([
  [{}, undefined],
  [{ day: '2026-11-15' }, undefined],
  [{ day: '2026-11-22' }, undefined],
  [{ day: '2026-11-14' }, 'DAY_NOT_OPEN'],
  [{ day: '2026-11-23' }, 'DAY_NOT_OPEN'],
  [{ specificationChecked: false }, 'CHECKS_MISSING'],
  [{ quantityChecked: false }, 'CHECKS_MISSING'],
  [{ qualityChecked: false }, 'CHECKS_MISSING'],
  [{ lineCount: 0 }, 'NO_LINES'],
] as const)('a receipt with %j is refused as %s', (change, code) => {
  expect(whyNotPosted({ ...sound, ...change }, open)?.code).toBe(code);
});

test('goods come from the account of their purpose, and go into bins; an opening may lie in anybody’s hands', () => {
  expect(
    ['purchase', 'reimbursedReplacement', 'opening', 'other'].map((purpose) =>
      sourceOf(purpose as 'purchase'),
    ),
  ).toEqual(['supplier', 'otherSource', 'opening', 'otherSource']);
  expect([
    mayReceive('purchase', 'bin'),
    mayReceive('purchase', 'technician'),
    mayReceive('purchase', 'supplier'),
  ]).toEqual([true, false, false]);
  expect([
    mayReceive('opening', 'bin'),
    mayReceive('opening', 'technician'),
    mayReceive('opening', 'oldParts'),
  ]).toEqual([true, true, false]);
});

test('a line is worth at most a hundred million yuan', () => {
  const most = { quantity: 1000, unitPriceFen: 10_000_000_000 };
  expect(faultsOfAmounts([most])).toEqual([]);
  expect(faultsOfAmounts([most, { ...most, quantity: 1_000_000_000 }])).toMatchObject([
    { path: 'lines.1.unitPriceFen', code: 'tooLarge' },
  ]);
});
