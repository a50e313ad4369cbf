import { expect, test } from 'vitest';
import { faultsOfDays, unitSearchEntry } from '#host/modules/units/units.rules.ts';

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

test.each([
  ['2026-05-01', '2026-05-01', true],
  ['2026-05-01', '2026-06-01', true],
  [null, '2026-06-01', true],
  ['2026-05-01', null, true],
  ['2026-05-02', '2026-05-01', false],
])('sold %s, card received %s', (saleDay, cardReceivedDay, fits) => {
  const days = { saleDay, cardReceivedDay };
  const fault = { path: 'cardReceivedDay', code: 'cardBeforeSale', limit: saleDay };
  expect(faultsOfDays(days)).toEqual(fits ? [] : [fault]);
  expect(faultsOfDays(days, days)).toEqual([]);
});
