import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import {
  crashedAgainReason,
  ServiceHostProcess,
  type ForkedHost,
  type HostReadiness,
  type HostRefusal,
  type SupervisionOptions,
} from '../../../electron/main/service-host-process.ts';
import type { MessageToHost } from '#shared/desktop/host-process-messages.ts';

/** A forked process that does what the test says. */
class FakeChild implements ForkedHost<string> {
  readonly received: MessageToHost[] = [];
  readonly ports: string[] = [];
  killed = 0;
  readonly #onMessage: ((message: unknown) => void)[] = [];
  readonly #onExit: ((code: number) => void)[] = [];

  postMessage(message: MessageToHost, ports: string[] = []): void {
    this.received.push(message);
    this.ports.push(...ports);
  }
  on(event: 'message' | 'exit', listener: (value: never) => void): void {
    // The two lists hold listeners of their own event only.
    if (event === 'message') this.#onMessage.push(listener as (message: unknown) => void);
    else this.#onExit.push(listener as (code: number) => void);
  }
  kill(): boolean {
    this.killed += 1;
    return true;
  }
  says(message: unknown): void {
    for (const listener of this.#onMessage) listener(message);
  }
  exits(code: number): void {
    for (const listener of this.#onExit) listener(code);
  }
}

function supervised(options: Partial<SupervisionOptions<string>> = {}) {
  const children: FakeChild[] = [];
  const lost: number[] = [];
  const refusals: HostRefusal[] = [];
  const host = new ServiceHostProcess<string>({
    fork: () => {
      const child = new FakeChild();
      children.push(child);
      return child;
    },
    settings: { dataFolder: '/data' },
    onLost: () => lost.push(children.length),
    onRefused: (refusal) => refusals.push(refusal),
    log: () => undefined,
    ...options,
  });
  const last = (): FakeChild => children.at(-1)!;
  return { host, children, last, lost, refusals };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the supervised service host', () => {
  it('starts with its settings and hands over a port when it is ready', () => {
    const { host, last } = supervised();
    host.start();
    expect(last().received).toEqual([{ kind: 'start', settings: { dataFolder: '/data' } }]);
    host.whenReady((readiness) => readiness.kind === 'ready' && readiness.givePort('early'));
    expect(last().ports).toEqual([]);
    last().says({ kind: 'ready' });
    host.whenReady((readiness) => readiness.kind === 'ready' && readiness.givePort('late'));
    expect(last().ports).toEqual(['early', 'late']);
    expect(last().received.slice(1)).toEqual([{ kind: 'port' }, { kind: 'port' }]);
  });

  it('is started once, however often it is asked', () => {
    const { host, children } = supervised();
    host.start();
    host.start();
    expect(children).toHaveLength(1);
  });

  it('is restarted after a crash, each time later, and given up in the end with the reason', () => {
    const { host, children, last, refusals } = supervised({ restartDelaysMs: [500, 1_000, 2_000] });
    host.start();
    const waited = [500, 1_000, 2_000].map((delayMs, crash) => {
      last().exits(1);
      vi.advanceTimersByTime(delayMs - 1);
      const before = children.length;
      vi.advanceTimersByTime(1);
      return [before, children.length, crash];
    });
    expect(waited).toEqual([
      [1, 2, 0],
      [2, 3, 1],
      [3, 4, 2],
    ]);
    expect(refusals).toEqual([]);
    last().exits(139);
    vi.advanceTimersByTime(60_000);
    expect(children).toHaveLength(4);
    expect(refusals).toEqual([{ reason: crashedAgainReason, detail: 'exit code 139' }]);
  });

  it('tells pages of a loss only where they had ports to lose', () => {
    const { host, last, lost } = supervised();
    host.start();
    last().exits(1);
    expect(lost).toEqual([]);
    vi.advanceTimersByTime(500);
    last().says({ kind: 'ready' });
    last().exits(1);
    expect(lost).toEqual([2]);
  });

  it('serves a page that asked during the restart from the new process', () => {
    const { host, children, last } = supervised();
    host.start();
    last().says({ kind: 'ready' });
    last().exits(1);
    host.whenReady((readiness) => readiness.kind === 'ready' && readiness.givePort('again'));
    vi.advanceTimersByTime(500);
    last().says({ kind: 'ready' });
    expect(children.map(({ ports }) => ports)).toEqual([[], ['again']]);
  });

  it('begins a new row of restarts after it served for a while', () => {
    const { host, last, refusals } = supervised({ restartDelaysMs: [500], stableAfterMs: 60_000 });
    host.start();
    for (let day = 0; day < 5; day += 1) {
      last().says({ kind: 'ready' });
      vi.advanceTimersByTime(60_000);
      last().exits(1);
      vi.advanceTimersByTime(500);
    }
    expect(refusals).toEqual([]);
  });

  it('is not started again when it said itself why it cannot start, until the person wants it', () => {
    const { host, children, last, refusals } = supervised();
    const seen: HostReadiness<string>['kind'][] = [];
    host.start();
    host.whenReady(({ kind }) => seen.push(kind));
    const facts = { computer: 'front', sinceAt: 7 };
    last().says({ kind: 'failed', reason: 'inUse', facts, detail: 'held' });
    last().exits(1);
    vi.advanceTimersByTime(60_000);
    host.whenReady(({ kind }) => seen.push(kind));
    expect(children).toHaveLength(1);
    expect(children[0]?.killed).toBe(1);
    expect(refusals).toEqual([{ reason: 'inUse', facts, detail: 'held' }]);
    expect(seen).toEqual(['refused', 'refused']);
    host.start();
    last().says({ kind: 'ready' });
    host.whenReady(({ kind }) => seen.push(kind));
    expect(seen.at(-1)).toBe('ready');
  });

  it('does not listen to a process that is no longer the current one, nor to nonsense', () => {
    const { host, children, last } = supervised();
    host.start();
    const first = last();
    first.exits(1);
    vi.advanceTimersByTime(500);
    for (const message of [{ kind: 'ready' }, null, 'ready', { kind: 'other' }, { kind: 'failed' }]) {
      first.says(message);
    }
    first.exits(1);
    for (const message of [null, 'ready', { kind: 'other' }, { kind: 'failed' }]) last().says(message);
    const seen: string[] = [];
    host.whenReady(({ kind }) => seen.push(kind));
    expect(seen).toEqual([]);
    expect(children).toHaveLength(2);
  });
});

describe('stopping the service host', () => {
  it('asks it to end and waits until it is gone', async () => {
    const { host, children, last, lost } = supervised();
    host.start();
    last().says({ kind: 'ready' });
    let isStopped = false;
    const stopping = host.stop().then(() => (isStopped = true));
    const again = host.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(isStopped).toBe(false);
    expect(last().received.at(-1)).toEqual({ kind: 'stop' });
    last().exits(0);
    await stopping;
    await again;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children).toHaveLength(1);
    expect(last().killed).toBe(0);
    expect(lost).toEqual([]);
  });

  it('ends it by force when it takes too long', async () => {
    const { host, last } = supervised({ stopTimeoutMs: 30_000 });
    host.start();
    const stopping = host.stop();
    await vi.advanceTimersByTimeAsync(29_999);
    expect(last().killed).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(last().killed).toBe(1);
    last().exits(143);
    await stopping;
  });

  it('does not start a process that was waiting for its restart', async () => {
    const { host, children, last } = supervised();
    host.start();
    last().exits(1);
    await host.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children).toHaveLength(1);
  });

  it('answers no page afterwards', async () => {
    const { host, last } = supervised();
    host.start();
    const seen: string[] = [];
    host.whenReady(({ kind }) => seen.push(kind));
    const stopping = host.stop();
    host.whenReady(({ kind }) => seen.push(kind));
    last().exits(0);
    await stopping;
    expect(seen).toEqual([]);
  });
});
