import type { Actor } from '#shared/domain/actor.ts';
import { refuse } from '#shared/contract/refusals.ts';
import {
  type BooksReader,
  type Change,
  type Database,
  type Engine,
  type ReadTx,
  StorageFailure,
  type WriteTx,
} from './database.ts';
import type { BooksClock } from './clock.ts';

/**
 * Books that are written to no more once damage was seen in them: a write into a damaged file makes the damage grow, and
 * what it answers may not be true. Looking goes on as far as the file can be read.
 */
export class GuardedDatabase implements Database {
  readonly engine: Engine;
  readonly clock: BooksClock;
  readonly #books: Database | DamagedBooks;
  readonly #onDamage: (found: string) => void;
  #isDamaged: boolean;

  constructor(books: Database | DamagedBooks, onDamage: (found: string) => void) {
    this.engine = books.engine;
    this.clock = books.clock;
    this.#books = books;
    this.#isDamaged = !('write' in books);
    this.#onDamage = onDamage;
  }

  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  async read<Result>(actor: Actor, work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    return this.#watched(() => this.#books.read(actor, work));
  }

  async write<Result>(actor: Actor, work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    const books = this.#books;
    if (this.#isDamaged || !('write' in books)) return refuse('BOOKS_DAMAGED', {});
    return this.#watched(() => books.write(actor, work));
  }

  onCommit(listener: (changes: readonly Change[]) => void): () => void {
    return 'onCommit' in this.#books ? this.#books.onCommit(listener) : () => {};
  }

  close(): Promise<void> {
    return this.#books.close();
  }

  /** Notes damage that was found by a look at the file. */
  seeDamage(found: string): void {
    if (this.#isDamaged) return;
    this.#isDamaged = true;
    this.#onDamage(found);
  }

  async #watched<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StorageFailure && error.reason === 'damaged') this.seeDamage('met at work');
      throw error;
    }
  }
}

/** Books that were found damaged before anything was written to them, opened to be looked at alone. */
export interface DamagedBooks extends BooksReader {
  readonly engine: Engine;
  readonly clock: BooksClock;
}
