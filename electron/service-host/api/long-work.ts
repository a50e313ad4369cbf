import type { z } from 'zod';
import type { workState } from '#shared/contract/changes.contract.ts';
import { refuse, Refusal } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { StorageFailure } from '../database/database.ts';
import { log } from '../log.ts';

export type WorkState = z.infer<typeof workState>;

interface Running {
  state: WorkState;
  readonly personId: string | null;
  readonly stop: AbortController;
  readonly listeners: Set<() => void>;
}

const keptAfterEndMs = 10 * 60_000;

/** The one mechanism of everything that takes long: it runs on, tells how far it is, and can be stopped. */
export class LongWork {
  readonly #running = new Map<string, Running>();

  /** Begins `work` for `personId` and returns the id under which it is watched and cancelled. */
  begin(kind: string, personId: string | null, work: (progress: Progress) => Promise<unknown>): string {
    const id = newId<'work'>();
    const state: WorkState = { id, kind, state: 'running', done: 0, total: null, result: null, error: null };
    const running: Running = { state, personId, stop: new AbortController(), listeners: new Set() };
    this.#running.set(id, running);
    void this.#run(running, work);
    return id;
  }

  /** Every state of the work from now until it ends. Refuses NOT_FOUND for work of somebody else. */
  async *watch(id: string, personId: string | null, signal?: AbortSignal): AsyncGenerator<WorkState> {
    const running = this.#find(id, personId);
    for (;;) {
      const { state } = running;
      yield state;
      if (state.state !== 'running' || signal?.aborted) return;
      await changeOf(running, state, signal);
    }
  }

  /** Asks the work to stop; it stops at its next sign of progress, with nothing half-done. */
  cancel(id: string, personId: string | null): void {
    this.#find(id, personId).stop.abort();
  }

  /** Stops everything, for the closing of the host. */
  cancelAll(): void {
    for (const running of this.#running.values()) running.stop.abort();
  }

  async #run(running: Running, work: (progress: Progress) => Promise<unknown>): Promise<void> {
    const progress: Progress = async (done, total) => {
      if (running.stop.signal.aborted) refuse('CANCELLED', {});
      tell(running, { done, total: total ?? running.state.total });
      // Lets calls of others through between two steps.
      await new Promise((resolve) => setImmediate(resolve));
    };
    try {
      await progress(0);
      tell(running, { state: 'done', result: await work(progress) });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'INTERNAL' || code === 'STORAGE_FAILED')
        log.error('long-work', { kind: running.state.kind, error });
      tell(running, { state: code === 'CANCELLED' ? 'cancelled' : 'failed', error: code });
    } finally {
      setTimeout(() => this.#running.delete(running.state.id), keptAfterEndMs).unref();
    }
  }

  #find(id: string, personId: string | null): Running {
    const running = this.#running.get(id);
    return running && running.personId === personId ? running : refuse('NOT_FOUND', { kind: 'work' });
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  return error instanceof StorageFailure ? 'STORAGE_FAILED' : 'INTERNAL';
}

function tell(running: Running, change: Partial<WorkState>): void {
  running.state = { ...running.state, ...change };
  for (const listener of running.listeners) listener();
}

function changeOf(running: Running, seen: WorkState, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      running.listeners.delete(wake);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    if (running.state !== seen || signal?.aborted) return wake();
    running.listeners.add(wake);
    signal?.addEventListener('abort', wake);
  });
}
