import type BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Actor } from '#shared/domain/actor.ts';
import { log } from '../../log.ts';
import type { Change, WriteDb, WriteTx } from '../database.ts';
import { PreparedStatements, type Statement } from '../statement.ts';
import { WriteQueue } from '../write-queue.ts';
import { SqliteGrams } from './sqlite-grams.ts';
import { toStorageFailure } from './storage-failure.ts';

/** One open connection to the file, with its prepared statements; one transaction at a time goes through its queue. */
export class SqliteConnection {
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
      this.#rollBack();
      this.#execute(begin);
      const result = await work();
      this.#execute('COMMIT');
      return result;
    } catch (error) {
      this.#rollBackAfter(error);
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

  /** The error that led here matters more than one met while rolling back, which the next transaction makes up for. */
  #rollBackAfter(error: unknown): void {
    try {
      this.#rollBack();
    } catch (another) {
      log.error('rollback', { error: another, after: error });
    }
  }

  #rollBack(): void {
    if (this.raw.inTransaction) this.#execute('ROLLBACK');
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
