import { expect, test } from 'vitest';
import { Chance } from '#host/modules/sample/chance.ts';
import { freePlate } from '#host/modules/sample/sample-plates.ts';

const region = { plate: '皖', letters: 'AB' };

test('a plate that chance gives a second time is drawn anew', () => {
  const first = freePlate(new Chance(7), region, []);
  expect(first).toMatch(/^皖[AB]·\d\d[A-N]\d\d$/);
  expect(freePlate(new Chance(7), region, [])).toBe(first);
  expect(freePlate(new Chance(7), region, [{ plate: first }])).not.toBe(first);
});
