import type { Change, Database } from './database/database.ts';

/** Tells every open window what a commit changed, so that it shows it at once. */
export class ChangeFeed {
  readonly #watchers = new Set<(changes: readonly Change[]) => void>();
  readonly #ends = new Set<() => void>();
  readonly #stop: () => void;
  #isClosed = false;

  constructor(database: Database) {
    this.#stop = database.onCommit((changes) => this.tell(changes));
  }

  /** Tells every open window; for what changes without a commit too. */
  tell(changes: readonly Change[]): void {
    for (const watcher of this.#watchers) watcher(changes);
  }

  /** Batches of changes until `signal` aborts. The first is empty and says that nothing from now on is missed. */
  async *watch(signal?: AbortSignal): AsyncGenerator<readonly Change[]> {
    let waiting: Change[] = [];
    let wake: (() => void) | undefined;
    const watcher = (changes: readonly Change[]) => {
      waiting.push(...changes);
      wake?.();
    };
    const end = () => wake?.();
    this.#watchers.add(watcher);
    this.#ends.add(end);
    signal?.addEventListener('abort', end);
    try {
      yield [];
      while (!signal?.aborted && !this.#isClosed) {
        if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        const batch = waiting;
        waiting = [];
        if (batch.length > 0) yield batch;
      }
    } finally {
      this.#watchers.delete(watcher);
      this.#ends.delete(end);
      signal?.removeEventListener('abort', end);
    }
  }

  /** Ends every watch: the books are closed. */
  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#watchers.clear();
    for (const end of this.#ends) end();
  }
}
