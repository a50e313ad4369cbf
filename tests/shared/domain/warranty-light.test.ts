import { expect, test } from 'vitest';
import type { Verdict } from '#shared/domain/states.ts';
import { lightOf } from '#shared/domain/warranty-light.ts';

const group = (verdict: Verdict, wearPart = false) => ({ verdict, wearPart });

test.each<[Verdict[], string]>([
  [['covered', 'covered'], 'covered'],
  [['covered', 'notCovered'], 'partlyCovered'],
  [['notCovered', 'covered', 'undecided'], 'partlyCovered'],
  [['covered', 'undecided'], 'partlyCovered'],
  [['notCovered', 'undecided'], 'undecided'],
  [['notCovered', 'notCovered'], 'notCovered'],
  [['undecided'], 'undecided'],
  [[], 'undecided'],
])('a unit whose groups are %o is %s', (verdicts, light) => {
  expect(lightOf(verdicts.map((verdict) => group(verdict)))).toBe(light);
});

test('wear parts, which are never covered, take nothing from a unit, and are all there is only where nothing else is', () => {
  expect(lightOf([group('covered'), group('notCovered', true)])).toBe('covered');
  expect(lightOf([group('notCovered'), group('notCovered', true)])).toBe('notCovered');
  expect(lightOf([group('notCovered', true)])).toBe('notCovered');
});
