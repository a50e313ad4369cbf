import { expect, test } from 'vitest';
import { judgeReading, unitSearchEntry } from '#host/modules/units/units.rules.ts';

const reading = (day: string, mileageKm: number | null, operatingHours: number | null = null) => ({
  day,
  mileageKm,
  operatingHours,
});
const kept = (id: string, ...values: Parameters<typeof reading>) => ({ id, ...reading(...values) });
const earlier = [
  kept('c', '2026-10-20', null, 900),
  kept('b', '2026-10-10', 50_000),
  kept('a', '2026-09-01', 60_000),
];

test.each([
  ['nothing was read', reading('2026-11-01', null), earlier, false, { kind: 'nothingNew', knownId: null }],
  ['the first reading', reading('2026-11-01', 5), [], false, { kind: 'keep' }],
  ['more than before', reading('2026-11-01', 50_001), earlier, false, { kind: 'keep' }],
  ['as much as before', reading('2026-11-01', 50_000), earlier, false, { kind: 'keep' }],
  [
    'less than before',
    reading('2026-11-01', 49_999),
    earlier,
    false,
    { kind: 'below', lastDay: '2026-10-10', lastKm: 50_000 },
  ],
  ['less on a new counter', reading('2026-11-01', 3), earlier, true, { kind: 'keep' }],
  ['hours alone', reading('2026-11-01', null, 1), earlier, false, { kind: 'keep' }],
  [
    'the same on the same day',
    reading('2026-10-10', 50_000),
    earlier.slice(1),
    false,
    { kind: 'nothingNew', knownId: 'b' },
  ],
  [
    'the same hours on the same day',
    reading('2026-10-20', null, 900),
    earlier,
    false,
    { kind: 'nothingNew', knownId: 'c' },
  ],
  [
    'kilometres beside hours of the same day',
    reading('2026-10-20', 50_100, 900),
    earlier,
    false,
    { kind: 'keep' },
  ],
  ['zero is a reading', reading('2026-11-01', 0), [], false, { kind: 'keep' }],
] as const)('%s', (_, now, before, counterReplaced, verdict) => {
  expect(judgeReading(now, before, counterReplaced)).toEqual(verdict);
});

test.each([
  [{ plate: '粤B·3K721D', serialNumber: 'LX1', engineNumber: 'E1' }, '粤B·3K721D'],
  [{ plate: '', serialNumber: 'LX1', engineNumber: 'E1' }, 'LX1'],
  [{ plate: '', serialNumber: '', engineNumber: 'E1' }, 'E1'],
  [{ plate: '', serialNumber: '', engineNumber: '' }, 'XML6127'],
])('%o is shown as %s', (numbers, title) => {
  const entry = unitSearchEntry({ ...numbers, productCode: 'XML6127', customerName: '公交' });
  expect(entry).toMatchObject({ title, subtitle: 'XML6127 · 公交' });
  expect(entry.texts).toEqual([numbers.plate, numbers.serialNumber, numbers.engineNumber, 'XML6127', '公交']);
});
