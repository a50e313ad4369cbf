import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dose, isFull, seedOfRun, tell } from '#tests/support/trust/dose.ts';
import type { ModelRules } from '#tests/support/trust/simulation/office-model.ts';
import { simulate } from '#tests/support/trust/simulation/simulation.ts';

const asItIs: ModelRules = { ownApprovalAllowed: false, piecesLostAtIssue: 0, deputiesStay: false };

const figures = ['steps', 'done', 'refused', 'faults', 'installed', 'byDeputies'] as const;

/** A model with one rule altered, which must be found out. */
const altered: readonly (readonly [string, ModelRules])[] = [
  ['own approval allowed', { ...asItIs, ownApprovalAllowed: true }],
  ['one thousandth too little after each issue', { ...asItIs, piecesLostAtIssue: 1 }],
  ['deputies who stay for ever', { ...asItIs, deputiesStay: true }],
];

// The host notes every injected fault for its supporters.
beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

describe('R12 random days in the office, held to a model', () => {
  test.each([
    ['sqlite', dose(2, 100), dose(700, 10_000)],
    ['postgres', dose(1, 100), dose(150, 10_000)],
  ] as const)('on %s', async (engine, seeds, steps) => {
    const firstSeed = seedOfRun();
    const sum = { steps: 0, done: 0, refused: 0, faults: 0, installed: 0, byDeputies: 0 };
    for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
      const result = await simulate(engine, seed, steps, asItIs);
      expect(result.difference).toBeUndefined();
      for (const key of figures) sum[key] += result[key];
    }
    const { steps: tried, done: effective, ...others } = sum;
    tell(`R12 ${engine}`, { tried, effective, seed: firstSeed, ...others });
    expect(sum.done).toBeGreaterThan(tried / 4);
    expect(sum.refused).toBeGreaterThan(tried / 20);
    expect(sum.faults).toBeGreaterThan(0);
    // How far the small dose comes on the longest ways depends on where it begins.
    if (isFull) {
      expect(sum.installed).toBeGreaterThan(0);
      expect(sum.byDeputies).toBeGreaterThan(0);
    }
  });

  test.each(altered)('control: a model with %s is found to differ', async (name, rules) => {
    const seed = seedOfRun();
    const { difference, steps } = await simulate('sqlite', seed, 600, rules);
    tell(`R12 control, ${name}`, { tried: 600, effective: steps, seed });
    expect(difference).toBeDefined();
  });
});
