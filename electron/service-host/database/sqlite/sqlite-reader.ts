import type { Actor } from '#shared/domain/actor.ts';
import type { BooksClock } from '../clock.ts';
import { CommitNotes } from '../commit-notes.ts';
import type { ReadTx } from '../database.ts';
import type { DamagedBooks } from '../guarded-database.ts';
import { lastMoment } from '../last-moment.ts';
import { openReader } from './open-connection.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { toStorageFailure } from './storage-failure.ts';

/** Looks at a file without the means to change it; neither migrates nor creates it. */
export class SqliteReader implements DamagedBooks {
  readonly engine = 'sqlite';
  readonly #connection: SqliteConnection;
  readonly clock: BooksClock;

  constructor(file: string, clock: BooksClock) {
    this.clock = clock;
    try {
      this.#connection = new SqliteConnection(openReader(file));
      clock.raise(Number(this.#connection.raw.prepare(lastMoment).pluck().get() ?? 0));
    } catch (error) {
      throw toStorageFailure(error);
    }
  }

  async read<Result>(actor: Actor, work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    const { queue } = this.#connection;
    return queue.run(() =>
      this.#connection.transaction(() =>
        work(this.#connection.tx(actor, this.clock.now(), new CommitNotes())),
      ),
    );
  }

  async close(): Promise<void> {
    await this.#connection.queue.idle();
    this.#connection.raw.close();
  }
}
