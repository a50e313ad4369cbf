import { expect, test } from 'vitest';
import { idPattern, newId } from '#shared/domain/ids.ts';

test('ids have their form, and sort by the time and the order in which they were made', () => {
  const made = [...Array.from({ length: 5000 }, () => newId(1_795_000_000_000)), newId(1_795_000_000_001)];
  expect(made.every((id) => idPattern.test(id))).toBe(true);
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).toEqual(made);
});
