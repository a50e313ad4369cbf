import { expect, test } from 'vitest';
import type { AccountKind } from '#shared/domain/states.ts';
import {
  changeSeenFrom,
  pathOfDocument,
  shortNumber,
  wayText,
  writtenChange,
} from '../../../../renderer/features/stock/movement-texts.ts';

const movement = (fromKind: AccountKind, toKind: AccountKind) => ({
  sequence: 1,
  at: 0,
  day: '2026-11-22',
  documentKind: 'receipt',
  documentId: 'd',
  documentNumber: 'RK202611-0003',
  partId: 'p',
  partNumber: 'P1',
  partName: '泵',
  fromAccountId: 'a',
  fromKind,
  fromCode: 'A-01',
  fromName: '主库 A-01',
  toAccountId: 'b',
  toKind,
  toCode: 'T-1',
  toName: '李志强',
  quantity: 1500,
  valueFen: 0,
  fromQuantityAfter: 3000,
  toQuantityAfter: 4000,
  reversesSequence: null,
  personName: '',
});

test.each([
  ['bin', 'technician', undefined, '−1.5', 3000],
  ['supplier', 'bin', undefined, '+1.5', 4000],
  ['bin', 'bin', undefined, '1.5', 4000],
  ['technician', 'customer', undefined, '1.5', null],
  ['bin', 'technician', 'b', '+1.5', 4000],
  ['bin', 'technician', 'a', '−1.5', 3000],
] as const)('%s to %s as seen from %s is %s', (from, to, accountId, written, after) => {
  const seen = changeSeenFrom(movement(from, to), accountId);
  expect([writtenChange(seen, 1500), seen.quantityAfter]).toEqual([written, after]);
});

test('bins are told by their codes, people and the outside by their names', () => {
  expect(wayText(movement('bin', 'technician'))).toBe('A-01 → 李志强');
  expect(shortNumber('LL202611-0091')).toBe('LL…0091');
  expect(shortNumber('RK-T0007')).toBe('RK-T0007');
});

test('a receipt is opened itself, of any other document what it posted', () => {
  expect(pathOfDocument(movement('supplier', 'bin'))).toBe('/stock/receipts/d');
  expect(pathOfDocument({ ...movement('bin', 'technician'), documentKind: 'issue' })).toBe(
    '/stock/movements?documentId=d&document=RK202611-0003',
  );
});
