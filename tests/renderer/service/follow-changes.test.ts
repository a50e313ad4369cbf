import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { concerns } from '../../../renderer/service/changes.ts';
import { ConnectionLost } from '../../../renderer/service/connection.ts';
import { followChanges } from '../../../renderer/service/follow-changes.ts';
import type { Change } from '../../../renderer/service/follow-changes.ts';

type Batches = readonly (readonly Change[])[];
const customer: Change = { kind: 'customer', id: 'c1' };

/** Watches that end or break off one after the other; what the page hears is noted. */
async function follow(
  watches: readonly { readonly batches: Batches; readonly then: 'ends' | 'breaks' | 'signedOut' }[],
) {
  const heard: string[] = [];
  const stop = new AbortController();
  let number = 0;
  const watch = async () => {
    const current = watches[number];
    number += 1;
    if (!current) {
      stop.abort();
      throw new ConnectionLost('x');
    }
    return (async function* () {
      for (const changes of current.batches) yield { changes };
      if (current.then === 'breaks') throw new ConnectionLost('x');
      if (current.then === 'signedOut') throw new ORPCError('NOT_SIGNED_IN', { data: {} });
    })();
  };
  const follower = {
    onConnected: () => heard.push('connected'),
    onLost: () => heard.push('lost'),
    onResumed: () => heard.push('resumed'),
    onChanges: (changes: readonly Change[]) => heard.push(changes.map(({ kind }) => kind).join()),
    onOver: () => heard.push('over'),
  };
  await followChanges(watch, follower, stop.signal, async () => {});
  return heard;
}

test('hears of changes, and after an interruption that anything may have changed', async () => {
  const heard = await follow([
    { batches: [[], [customer]], then: 'breaks' },
    { batches: [], then: 'breaks' },
    { batches: [[], [customer, customer]], then: 'ends' },
  ]);
  expect(heard).toEqual([
    'connected',
    'customer',
    'lost',
    'lost',
    'connected',
    'resumed',
    'customer,customer',
    'lost',
  ]);
});

test('ends with the session', async () => {
  expect(
    await follow([
      { batches: [[]], then: 'signedOut' },
      { batches: [[]], then: 'ends' },
    ]),
  ).toEqual(['connected', 'over']);
});

test('a question is asked anew only when a kind it shows has changed', () => {
  expect(concerns([customer], ['customer', 'unit'])).toBe(true);
  expect(concerns([customer], ['part'])).toBe(false);
  expect(concerns([customer], [])).toBe(false);
  expect(concerns([customer], undefined)).toBe(true);
  expect(concerns('everything', [])).toBe(true);
});
