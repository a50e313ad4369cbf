import type { Actor } from '#shared/domain/actor.ts';
import { present } from '#shared/domain/assert.ts';
import type { Clock } from '../clock.ts';
import type { Change, Database, ReadTx, StatementHook, WriteTx } from '../database.ts';
import { CommitListeners } from '../commit-listeners.ts';
import { openReader, openWriter } from './open-connection.ts';
import { SqliteConnection } from './sqlite-connection.ts';

const readerCount = 2;

/** The embedded engine: one writer, and readers of their own that a write never holds up. */
export class SqliteDatabase implements Database {
  readonly engine = 'sqlite';
  readonly #writer: SqliteConnection;
  readonly #readers: readonly SqliteConnection[];
  readonly #clock: Clock;
  readonly #listeners = new CommitListeners();
  #nextReader = 0;

  constructor(file: string, clock: Clock, hook?: StatementHook) {
    this.#clock = clock;
    this.#writer = new SqliteConnection(openWriter(file, hook));
    this.#readers = Array.from({ length: readerCount }, () => new SqliteConnection(openReader(file, hook)));
  }

  async read<Result>(actor: Actor, work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    const reader = present(this.#readers[this.#nextReader++ % readerCount], 'a reader');
    return reader.queue.run(() =>
      reader.transaction('BEGIN', () => work(reader.tx(actor, this.#clock(), []))),
    );
  }

  async write<Result>(actor: Actor, work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    const writer = this.#writer;
    const changes: Change[] = [];
    const result = await writer.queue.run(() =>
      writer.transaction('BEGIN IMMEDIATE', () => work(writer.tx(actor, this.#clock(), changes))),
    );
    this.#listeners.tell(changes);
    return result;
  }

  onCommit(listener: (changes: readonly Change[]) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    await Promise.all([this.#writer, ...this.#readers].map((connection) => connection.queue.idle()));
    for (const reader of this.#readers) reader.raw.close();
    this.#writer.raw.pragma('optimize');
    this.#writer.raw.close();
  }
}
