import type { Change } from './database.ts';

type Listener = (changes: readonly Change[]) => void;

/** Those who want to know what a commit changed. */
export class CommitListeners {
  readonly #listeners = new Set<Listener>();

  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(changes: readonly Change[]): void {
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
  }
}
