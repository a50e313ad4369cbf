import type { Actor } from '#shared/domain/actor.ts';
import { present } from '#shared/domain/assert.ts';
import type { BooksClock } from '../clock.ts';
import type { Change, Database, ReadTx, StatementHook, WriteTx } from '../database.ts';
import { CommitListeners } from '../commit-listeners.ts';
import { CommitNotes } from '../commit-notes.ts';
import { lastMoment } from '../last-moment.ts';
import { openReader, openWriter } from './open-connection.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { SqliteWriter } from './sqlite-writer.ts';

const readerCount = 2;

/** The embedded engine: one writer, and readers of their own that a write never holds up. */
export class SqliteDatabase implements Database {
  readonly engine = 'sqlite';
  readonly #writerConnection: SqliteConnection;
  readonly #writer: SqliteWriter;
  readonly #readers: readonly SqliteConnection[];
  readonly clock: BooksClock;
  readonly #listeners = new CommitListeners();
  #nextReader = 0;

  constructor(file: string, clock: BooksClock, hook?: StatementHook) {
    this.clock = clock;
    this.#writerConnection = new SqliteConnection(openWriter(file, hook));
    clock.raise(Number(this.#writerConnection.raw.prepare(lastMoment).pluck().get() ?? 0));
    this.#writer = new SqliteWriter(this.#writerConnection, clock.now);
    this.#readers = Array.from({ length: readerCount }, () => new SqliteConnection(openReader(file, hook)));
  }

  async read<Result>(actor: Actor, work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    const reader = present(this.#readers[this.#nextReader++ % readerCount], 'a reader');
    return reader.queue.run(() =>
      reader.transaction(() => work(reader.tx(actor, this.clock.now(), new CommitNotes()))),
    );
  }

  async write<Result>(actor: Actor, work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    const { result, notes } = await this.#writer.write(actor, work);
    notes.settle(this.#listeners);
    return result;
  }

  onCommit(listener: (changes: readonly Change[]) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    await Promise.all([this.#writer.idle(), ...this.#readers.map((reader) => reader.queue.idle())]);
    for (const reader of this.#readers) reader.raw.close();
    this.#writerConnection.raw.pragma('optimize');
    this.#writerConnection.raw.close();
  }
}
