import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { OldPartRow } from '#shared/contract/old-parts.contract.ts';
import { ScanQueue } from '../../../../renderer/features/old-parts/scan-queue.ts';
import type { Scan } from '../../../../renderer/features/old-parts/scan-queue.ts';

type Receive = ConstructorParameters<typeof ScanQueue>[0];

/** A host that knows some tags; answers late, and tells what it was asked. */
function hostWith(known: readonly string[]) {
  const asked: { code: string; operationId: string; store: string | null }[] = [];
  const taken = new Set<string>();
  let fails = false;
  const receive: Receive = async (input) => {
    const { scanned: code, operationId, storeAccountId: store } = input;
    asked.push({ code, operationId, store });
    await Promise.resolve();
    if (fails) throw new Error('broken');
    if (!known.includes(code))
      throw new ORPCError('NOT_FOUND', { defined: true, data: { kind: 'oldPart' }, message: '' });
    const alreadyIn = taken.has(code);
    taken.add(code);
    // The queue reads nothing of a part but its number.
    return { number: code, alreadyIn } as OldPartRow & { alreadyIn: boolean };
  };
  return { receive, asked, setFails: (next: boolean) => (fails = next) };
}

const settled = async (scans: () => readonly Scan[]) => {
  for (let round = 0; round < 1000 && scans().some((scan) => scan.result.kind === 'waiting'); round += 1)
    await Promise.resolve();
  return scans().map((scan) => scan.result.kind);
};

test('twenty scans in a row are taken in one by one, in their order, each an operation of its own', async () => {
  const numbers = Array.from({ length: 20 }, (_, index) => `JJ202611-${String(index + 1).padStart(4, '0')}`);
  const host = hostWith(numbers);
  let scans: readonly Scan[] = [];
  const queue = new ScanQueue(host.receive, (next) => (scans = next));
  for (const number of numbers) queue.add(number, 'store');
  expect(scans.map((scan) => scan.code)).toEqual(numbers.toReversed());
  expect(await settled(() => scans)).toEqual(numbers.map(() => 'found'));
  expect(host.asked.map((one) => one.code)).toEqual(numbers);
  expect(host.asked.every((one) => one.store === 'store')).toBe(true);
  expect(new Set(host.asked.map((one) => one.operationId)).size).toBe(20);
});

test('what is in already, unknown, or not even a code is answered for what it is', async () => {
  const host = hostWith(['JJ202611-0001']);
  let scans: readonly Scan[] = [];
  const queue = new ScanQueue(host.receive, (next) => (scans = next));
  queue.add('  ', null);
  expect(scans).toEqual([]);
  for (const code of ['JJ202611-0001\u0007', 'JJ202611-0001', 'nothing', `x${'y'.repeat(500)}`])
    queue.add(code, null);
  expect(await settled(() => scans)).toEqual(['unknown', 'unknown', 'alreadyIn', 'found']);
  expect(host.asked.at(-1)?.code).toHaveLength(200);
  queue.clear();
  expect(scans).toEqual([]);
});

test('one that failed can be tried again, and holds up none after it', async () => {
  const host = hostWith(['JJ202611-0001', 'JJ202611-0002']);
  let scans: readonly Scan[] = [];
  const queue = new ScanQueue(host.receive, (next) => (scans = next));
  host.setFails(true);
  queue.add('JJ202611-0001', null);
  expect(await settled(() => scans)).toEqual(['failed']);
  host.setFails(false);
  queue.add('JJ202611-0002', null);
  expect(await settled(() => scans)).toEqual(['found', 'failed']);
  const failed = scans.at(-1)?.id ?? 0;
  queue.again(failed, null);
  queue.again(failed, null);
  expect(await settled(() => scans)).toEqual(['found', 'found']);
  expect(host.asked).toHaveLength(3);
});
