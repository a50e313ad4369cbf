import { expect, test } from 'vitest';
import type { AccountKind } from '#shared/domain/states.ts';
import { faultsOfAccount, faultsOfAccountChange, isWellKnown } from '#host/modules/stock/accounts.rules.ts';

test.each<[AccountKind, string | null, string | null, readonly string[]]>([
  ['bin', 'w', null, []],
  ['bin', null, null, ['warehouseId']],
  ['technician', null, 'p', []],
  ['technician', null, null, ['personId']],
  ['station', null, null, []],
  ['station', null, 'p', ['personId']],
  ['bin', null, 'p', ['warehouseId', 'personId']],
])('%s in warehouse %s of person %s', (kind, warehouseId, personId, paths) => {
  expect(faultsOfAccount({ kind, warehouseId, personId }).map((fault) => fault.path)).toEqual(paths);
});

test.each([
  [
    'an empty bin may move',
    { code: 'A', warehouseId: 'w', used: false },
    { code: 'B', warehouseId: 'v', active: false },
    [],
  ],
  [
    'a used bin may be renamed',
    { code: 'A', warehouseId: 'w', used: true },
    { code: 'B', warehouseId: 'w', active: true },
    [],
  ],
  [
    'a used bin stays',
    { code: 'A', warehouseId: 'w', used: true },
    { code: 'A', warehouseId: 'v', active: true },
    ['warehouseId'],
  ],
  [
    'the supplier keeps its code',
    { code: 'OUT-SUPPLIER', warehouseId: null, used: true },
    { code: 'S', warehouseId: null, active: true },
    ['code'],
  ],
  [
    'the supplier stays',
    { code: 'OUT-SUPPLIER', warehouseId: null, used: true },
    { code: 'OUT-SUPPLIER', warehouseId: null, active: false },
    ['active'],
  ],
])('%s', (_, before, after, paths) => {
  expect(faultsOfAccountChange(before, after).map((fault) => fault.path)).toEqual(paths);
});

test('the accounts that stand for a kind are known by their codes', () => {
  expect(isWellKnown('OUT-SCRAP')).toBe(true);
  expect(isWellKnown('A-01-1')).toBe(false);
});
