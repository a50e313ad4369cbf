import type { Actor } from '#shared/domain/actor.ts';
import type { Clock } from '../clock.ts';
import { CommitNotes } from '../commit-notes.ts';
import type { BooksReader, ReadTx } from '../database.ts';
import { openReader } from './open-connection.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { toStorageFailure } from './storage-failure.ts';

/** Looks at a file without the means to change it; neither migrates nor creates it. */
export class SqliteReader implements BooksReader {
  readonly #connection: SqliteConnection;
  readonly #clock: Clock;

  constructor(file: string, clock: Clock) {
    this.#clock = clock;
    try {
      this.#connection = new SqliteConnection(openReader(file));
    } catch (error) {
      throw toStorageFailure(error);
    }
  }

  async read<Result>(actor: Actor, work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    const { queue } = this.#connection;
    return queue.run(() =>
      this.#connection.transaction(() => work(this.#connection.tx(actor, this.#clock(), new CommitNotes()))),
    );
  }

  async close(): Promise<void> {
    await this.#connection.queue.idle();
    this.#connection.raw.close();
  }
}
