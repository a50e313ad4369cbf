import { expect, test } from 'vitest';
import { standingOfCard } from '../../../../renderer/features/units/card-day.ts';

const today = '2026-11-22';

test.each([
  ['2026-11-01', '2026-11-21', { kind: 'inTime', day: '2026-11-21' }],
  ['2026-11-01', '2026-11-22', { kind: 'late', day: '2026-11-22', days: 1 }],
  ['2026-11-02', null, { kind: 'due', day: '2026-11-22' }],
  ['2026-11-01', null, { kind: 'overdue', day: '2026-11-21' }],
  [null, null, { kind: 'missing' }],
  [null, '2026-01-01', { kind: 'inTime', day: '2026-01-01' }],
] as const)('sold %s, card %s', (saleDay, cardReceivedDay, standing) => {
  expect(standingOfCard({ saleDay, cardReceivedDay }, today)).toEqual(standing);
});

test('a policy may grant more days', () => {
  expect(standingOfCard({ saleDay: '2026-11-01', cardReceivedDay: null }, today, 30)).toEqual({
    kind: 'due',
    day: '2026-12-01',
  });
});
