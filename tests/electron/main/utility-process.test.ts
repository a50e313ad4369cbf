import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  runHostProcess,
  type HostProcessOptions,
  type PagePort,
} from '../../../electron/service-host/entries/utility-process.ts';
import { startHost } from '#host/host.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouhou-host-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A double of Electron's parent port, with what the process answered and how it ended. */
function hostProcess(options: Partial<HostProcessOptions> = {}) {
  const said: unknown[] = [];
  let tell: (message: { data: unknown; ports: readonly PagePort[] }) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    runHostProcess({
      shell: {
        on: (_event, listener) => {
          tell = listener;
        },
        postMessage: (message) => said.push(message),
      },
      startHost,
      exit: resolve,
      ...options,
    });
  });
  return { said, ended, tell: (data: unknown, ports: readonly PagePort[] = []) => tell({ data, ports }) };
}

describe('the service host in its own process', () => {
  it('starts, answers a page over its port, and ends in order', async () => {
    const { said, ended, tell } = hostProcess();
    tell({ kind: 'start', settings: { dataFolder: folder } });
    const { port1, port2 } = new MessageChannel();
    // Asked while the host is still starting, as a page does that opens at the same time.
    tell({ kind: 'port' }, [port1]);
    const answer = new Promise((resolve) => port2.once('message', resolve));
    port2.postMessage(JSON.stringify({ i: '1', p: { u: 'orpc://x/no/such/procedure', b: {} } }));
    expect(await answer).toBeDefined();
    expect(said).toEqual([{ kind: 'ready' }]);
    tell({ kind: 'stop' });
    expect(await ended).toBe(0);
    port2.close();
  });

  it('says why it cannot start', async () => {
    await writeFile(path.join(folder, 'shouhou.db'), 'this is no database, '.repeat(1_000));
    const { said, tell } = hostProcess();
    tell({ kind: 'start', settings: { dataFolder: folder } });
    await expect.poll(() => said).toHaveLength(1);
    expect(said[0]).toMatchObject({ kind: 'failed', reason: 'damaged' });
  });

  it('tells an error without a reason apart, and a declared one by its code', async () => {
    for (const [error, reason] of [
      [new Error('x'), 'unexpected'],
      [Object.assign(new Error('x'), { code: 'EACCES' }), 'EACCES'],
      [Object.assign(new Error('x'), { reason: 'bad words here' }), 'unexpected'],
      ['x', 'unexpected'],
    ] as const) {
      const { said, tell } = hostProcess({ startHost: () => Promise.reject(error) });
      tell({ kind: 'start', settings: { dataFolder: folder } });
      await expect.poll(() => said).toMatchObject([{ kind: 'failed', reason }]);
    }
  });

  it('waits for a start under way before it stops', async () => {
    const order: string[] = [];
    let finish: () => void = () => undefined;
    const { ended, tell } = hostProcess({
      startHost: () =>
        new Promise((resolve) => {
          finish = () => {
            order.push('started');
            resolve({ servePort: () => undefined, close: async () => void order.push('closed') });
          };
        }),
    });
    tell({ kind: 'start', settings: { dataFolder: folder } });
    tell({ kind: 'stop' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(order).toEqual([]);
    finish();
    expect(await ended).toBe(0);
    expect(order).toEqual(['started', 'closed']);
  });

  it('ends without a host, starts one only once, and does not listen to nonsense', async () => {
    let starts = 0;
    const { ended, tell } = hostProcess({
      startHost: async () => {
        starts += 1;
        return { servePort: () => undefined, close: async () => undefined };
      },
    });
    for (const nonsense of [
      null,
      'start',
      { kind: 'start' },
      { kind: 'start', settings: { dataFolder: 1 } },
      { kind: 'x' },
    ]) {
      tell(nonsense);
    }
    expect(starts).toBe(0);
    tell({ kind: 'start', settings: { dataFolder: folder } });
    tell({ kind: 'start', settings: { dataFolder: folder } });
    expect(starts).toBe(1);
    tell({ kind: 'stop' });
    expect(await ended).toBe(0);
  });
});
