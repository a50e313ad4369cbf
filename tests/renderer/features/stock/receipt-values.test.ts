import { expect, test } from 'vitest';
import {
  emptyLine,
  filledLines,
  missingIn,
  newReceiptValues,
  receiptInputOf,
  totalAmount,
  uncheckedIn,
} from '../../../../renderer/features/stock/receipt-values.ts';

const whole = {
  ...emptyLine('1'),
  part: { id: 'p', number: 'P1', name: '泵', unitOfMeasure: '件' },
  quantity: 2500,
  unitPriceFen: 333,
  accountId: 'a',
};

test('lines without a word are left out, of the others everything missing is named', () => {
  const pasted = { ...emptyLine('3'), unknownNumber: 'NOPE', quantity: 1000 };
  expect(filledLines([emptyLine('2'), whole, pasted])).toEqual([whole, pasted]);
  expect([whole, pasted, emptyLine('2')].map(missingIn)).toEqual([
    [],
    ['partId', 'unitPriceFen', 'accountId'],
    [],
  ]);
  expect(missingIn({ ...whole, quantity: 0 })).toEqual(['quantity']);
});

test('the checks that are still to be ticked, the first of them first', () => {
  const receipt = { ...newReceiptValues('2026-11-22'), specificationChecked: true };
  expect(uncheckedIn(receipt)).toEqual(['quantityChecked', 'qualityChecked']);
  expect(uncheckedIn({ ...receipt, quantityChecked: true, qualityChecked: true })).toEqual([]);
});

test('what is sent has the form of the contract', () => {
  const input = receiptInputOf(
    { ...newReceiptValues('2026-11-22'), day: null, lines: [emptyLine('0'), whole] },
    '2026-11-23',
  );
  expect(input).toMatchObject({
    purpose: 'purchase',
    day: '2026-11-23',
    lines: [{ partId: 'p', accountId: 'a', quantity: 2500, unitPriceFen: 333 }],
  });
  expect(totalAmount([whole, emptyLine('0')])).toBe(833);
});
