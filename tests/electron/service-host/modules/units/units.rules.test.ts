import { expect, test } from 'vitest';
import { unitSearchEntry } from '#host/modules/units/units.rules.ts';

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
