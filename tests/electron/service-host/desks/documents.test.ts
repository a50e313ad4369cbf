import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentKinds } from '#shared/nouns/index.ts';
import { actsOf, openDocuments, takesVersion, type Documents } from './documents-world.ts';

/*
 * What every document keeps of its card, read from the roll: a new noun with acts is held by it without a line here. The
 * input of each act stands in tests/support/trust/references.
 */

/** States in which an act says more exactly than WRONG_STATE why it cannot begin. */
const saysMore: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'requisitions.issue': { draft: 'NOT_APPROVED', submitted: 'NOT_APPROVED' },
  'stock.reverseReceipt': { reversed: 'ALREADY_REVERSED' },
};
/** Acts that a rule may refuse in a state of their card, because it looks at where the act leads to. */
const ruled: Readonly<Record<string, readonly string[]>> = { 'cases.move': ['inService'] };

const stale = 99;

describe.each(['sqlite', 'postgres'] as const)('the acts of documents on %s', (engine) => {
  let documents: Documents;
  beforeAll(async () => {
    documents = await openDocuments(engine);
  }, 60_000);
  afterAll(() => documents.close());

  const acts = documentKinds.flatMap(actsOf);

  test.each(acts)('$path is refused in every other state, and writes nothing', async (tried) => {
    for (const state of tried.other) {
      const { outcome, writes } = await documents.act(tried, state);
      expect({ state, outcome, writes }).toEqual({
        state,
        outcome: saysMore[tried.path]?.[state] ?? 'WRONG_STATE',
        writes: [],
      });
    }
  });

  test.each(acts)('$path begins from every state on its card', async (tried) => {
    for (const state of tried.from.filter((one) => !ruled[tried.path]?.includes(one))) {
      const { outcome } = await documents.act(tried, state);
      expect({ state, outcome }).not.toEqual({ state, outcome: 'WRONG_STATE' });
    }
  });

  test.each(acts.filter(({ path }) => takesVersion(path)))(
    '$path is refused to somebody who saw another version, and writes nothing',
    async (tried) => {
      expect(await documents.act(tried, undefined, { version: stale })).toMatchObject({
        outcome: 'CHANGED_MEANWHILE',
        writes: [],
      });
    },
  );

  test.each(acts)('$path stands in the audit trail once', async (tried) => {
    const { outcome, audited, writes } = await documents.act(tried);
    expect({ outcome, count: audited.length }).toEqual({ outcome: 'taken', count: 1 });
    // Control of the tests above: what is written is heard.
    expect(writes).not.toEqual([]);
  });
});
