import type { z } from 'zod';
import type { workState } from '#shared/contract/changes.contract.ts';
import { refuse, Refusal } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Progress } from '#shared/domain/progress.ts';
import type { Committed } from '../database/commit-notes.ts';
import { StorageFailure } from '../database/database.ts';
import { log } from '../log.ts';

export type WorkState = z.infer<typeof workState>;
export type WorkKind = WorkState['kind'];
/** What work of a kind results in. */
export type ResultOf<Kind extends WorkKind> = NonNullable<Extract<WorkState, { kind: Kind }>['result']>;
type Course = Omit<WorkState, 'kind' | 'result'>;
/** What takes long; it tells how far it is. */
export type Work<Result> = (progress: Progress) => Promise<Result>;

interface Running {
  state: WorkState;
  readonly personId: string | null;
  readonly stop: AbortController;
  readonly listeners: Set<() => void>;
}

/** Work that takes long, and for whom it is done. */
export interface WorkOrder<Kind extends WorkKind = WorkKind> {
  readonly kind: Kind;
  readonly personId: string | null;
  readonly work: Work<ResultOf<Kind>>;
}

const keptAfterEndMs = 10 * 60_000;

/** The one mechanism of everything that takes long: it runs on, tells how far it is, and can be stopped. */
export class LongWork {
  readonly #running = new Map<string, Running>();
  readonly #begunBy = new Map<string, string>();

  /** Begins the work of an act, whose write gave it the id under which it is watched and cancelled. */
  begin<Kind extends WorkKind>(_proof: Committed, id: string, order: WorkOrder<Kind>): void {
    this.#begin(id, order);
  }

  /** Begins work that writes nothing into these books, and so comes after no write of theirs. Returns its id. */
  beginBeside<Kind extends WorkKind>(order: WorkOrder<Kind>): string {
    const id = newId<'work'>();
    this.#begin(id, order);
    return id;
  }

  /** The id that `begin` gave for this operation, which is not asked again: a call sent twice begins once. */
  beginOnce(operationId: string, begin: () => string): string {
    const begun = this.#begunBy.get(operationId) ?? begin();
    this.#begunBy.set(operationId, begun);
    return begun;
  }

  /** Where the work stands now. Refuses NOT_FOUND for work of somebody else. */
  stateOf(id: string, personId: string | null): WorkState {
    return this.#find(id, personId).state;
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

  #begin<Kind extends WorkKind>(id: string, { kind, personId, work }: WorkOrder<Kind>): void {
    const course = { id, state: 'running', done: 0, total: null, error: null } as const;
    // The result of a work is of its kind: an order holds both together.
    const state = { ...course, kind, result: null } as WorkState;
    const running: Running = { state, personId, stop: new AbortController(), listeners: new Set() };
    this.#running.set(id, running);
    void this.#run(running, work);
  }

  async #run(running: Running, work: Work<unknown>): Promise<void> {
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
      setTimeout(() => this.#forget(running.state.id), keptAfterEndMs).unref();
    }
  }

  #forget(id: string): void {
    this.#running.delete(id);
    for (const [operationId, begun] of this.#begunBy) if (begun === id) this.#begunBy.delete(operationId);
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

function tell(running: Running, change: Partial<Course> & { readonly result?: unknown }): void {
  // The kind of a work never changes, and its result is of that kind: begin() holds both together.
  running.state = { ...running.state, ...change } as WorkState;
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
