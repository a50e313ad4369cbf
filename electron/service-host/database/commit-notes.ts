import { assert } from '#shared/domain/assert.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import { log } from '../log.ts';
import type { CommitListeners } from './commit-listeners.ts';
import type { Attempt, Change } from './database.ts';

declare const committed: unique symbol;
/** Proof that a write is on the disk. Only this file makes one, and long work of an act does not begin without it. */
export interface Committed {
  readonly [committed]: true;
}

/** The savepoints of the transaction under way, one inside the other. */
export interface Savepoints {
  set(): Promise<void>;
  release(): Promise<void>;
  undo(): Promise<void>;
}

/** What one run of a write leaves to be told and begun after its commit. A run that is repeated leaves it anew. */
export class CommitNotes {
  readonly changes: Change[] = [];
  readonly #begins: ((proof: Committed) => void)[] = [];
  #openAttempts = 0;
  #failure: { readonly error: unknown } | undefined;

  /** Remembers work that begins after the commit. */
  afterCommit(begin: (proof: Committed) => void): void {
    this.#begins.push(begin);
  }

  /** Does a part of the write behind a savepoint, and undoes it with its notes when it is refused. */
  async attempt<Result>(savepoints: Savepoints, work: () => Promise<Result>): Promise<Attempt<Result>> {
    const told = { changes: this.changes.length, begins: this.#begins.length };
    await savepoints.set();
    this.#openAttempts += 1;
    const mine = this.#openAttempts;
    try {
      const result = await work();
      assert(this.#openAttempts === mine, 'attempts of one write do not overlap');
      this.throwFailure();
      await savepoints.release();
      this.#openAttempts -= 1;
      return { ok: true, result };
    } catch (error) {
      if (!(error instanceof Refusal)) {
        // Nobody may catch it on the way and commit the rest.
        this.#failure ??= { error };
        throw error;
      }
      await savepoints.undo();
      this.#openAttempts -= 1;
      this.changes.length = told.changes;
      this.#begins.length = told.begins;
      return { ok: false, refusal: error };
    }
  }

  /** Throws what ended an attempt, where the write went on in spite of it. */
  throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }

  /** Tells the listeners and begins the work; called once, after the commit. */
  settle(listeners: CommitListeners): void {
    listeners.tell(this.changes);
    for (const begin of this.#begins) {
      try {
        // This is the moment that the proof stands for.
        begin({} as Committed);
      } catch (error) {
        // The write itself is done, and its answer must say so.
        log.error('after commit', { error });
      }
    }
  }
}
