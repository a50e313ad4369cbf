import type BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Actor } from '#shared/domain/actor.ts';
import type { Clock } from '../clock.ts';
import type { Change, Database, ReadTx, StatementHook, WriteDb, WriteTx } from '../database.ts';
import { CommitListeners } from '../commit-listeners.ts';
import { PreparedStatements, type Statement } from '../statement.ts';
import { WriteQueue } from '../write-queue.ts';
import { openReader, openWriter } from './open-connection.ts';
import { SqliteGrams } from './sqlite-grams.ts';
import { toStorageFailure } from './storage-failure.ts';

const readerCount = 2;

/** The embedded engine: one writer, and readers of their own that a write never holds up. */
export class SqliteDatabase implements Database {
  readonly engine = 'sqlite';
  readonly #writer: Connection;
  readonly #readers: readonly Connection[];
  readonly #clock: Clock;
  readonly #listeners = new CommitListeners();
  #nextReader = 0;

  constructor(file: string, clock: Clock, hook?: StatementHook) {
    this.#clock = clock;
    this.#writer = new Connection(openWriter(file, hook));
    this.#readers = Array.from({ length: readerCount }, () => new Connection(openReader(file, hook)));
  }

  async read<Result>(actor: Actor, work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    const reader = this.#readers[this.#nextReader++ % readerCount] as Connection;
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

class Connection {
  readonly raw: BetterSqlite3.Database;
  readonly queue = new WriteQueue();
  readonly #db: WriteDb;
  readonly #statements: PreparedStatements;
  readonly #grams: SqliteGrams;
  readonly #commands = new Map<string, BetterSqlite3.Statement>();

  constructor(raw: BetterSqlite3.Database) {
    this.raw = raw;
    this.#db = drizzle({ client: raw });
    this.#statements = new PreparedStatements(this.#db);
    this.#grams = new SqliteGrams(raw);
  }

  /** better-sqlite3's own transaction() lets go of the transaction at the first await; this one does not. */
  async transaction<Result>(
    begin: 'BEGIN' | 'BEGIN IMMEDIATE',
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      this.#execute(begin);
      const result = await work();
      this.#execute('COMMIT');
      return result;
    } catch (error) {
      if (this.raw.inTransaction) this.#execute('ROLLBACK');
      throw toStorageFailure(error);
    }
  }

  tx(actor: Actor, now: number, changes: Change[]): WriteTx {
    return {
      engine: 'sqlite',
      db: this.#db,
      grams: this.#grams,
      actor,
      now,
      changes,
      run: <Result>(wanted: Statement<Result>, parameters?: Record<string, unknown>) =>
        this.#statements.run(wanted, parameters),
    };
  }

  #execute(command: 'BEGIN' | 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'): void {
    let prepared = this.#commands.get(command);
    if (!prepared) {
      prepared = this.raw.prepare(command);
      this.#commands.set(command, prepared);
    }
    prepared.run();
  }
}
