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
    { code: 'A', warehouseId: 'w', personId: null, used: false },
    { code: 'B', warehouseId: 'v', personId: null, active: false },
    [],
  ],
  [
    'a used bin may be renamed',
    { code: 'A', warehouseId: 'w', personId: null, used: true },
    { code: 'B', warehouseId: 'w', personId: null, active: true },
    [],
  ],
  [
    'a used bin stays',
    { code: 'A', warehouseId: 'w', personId: null, used: true },
    { code: 'A', warehouseId: 'v', personId: null, active: true },
    ['warehouseId'],
  ],
  [
    'the supplier keeps its code',
    { code: 'OUT-SUPPLIER', warehouseId: null, personId: null, used: true },
    { code: 'S', warehouseId: null, personId: null, active: true },
    ['code'],
  ],
  [
    'the supplier stays',
    { code: 'OUT-SUPPLIER', warehouseId: null, personId: null, used: true },
    { code: 'OUT-SUPPLIER', warehouseId: null, personId: null, active: false },
    ['active'],
  ],
  [
    'an account nothing was drawn on goes to the right person',
    { code: 'A', warehouseId: null, personId: 'p', used: false },
    { code: 'A', warehouseId: null, personId: 'q', active: true },
    [],
  ],
  [
    'a used account stays with its person',
    { code: 'A', warehouseId: null, personId: 'p', used: true },
    { code: 'A', warehouseId: null, personId: 'q', active: true },
    ['personId'],
  ],
])('%s', (_, before, after, paths) => {
  expect(faultsOfAccountChange(before, after).map((fault) => fault.path)).toEqual(paths);
});

test('the accounts that stand for a kind are known by their codes', () => {
  expect(isWellKnown('OUT-SCRAP')).toBe(true);
  expect(isWellKnown('A-01-1')).toBe(false);
});
