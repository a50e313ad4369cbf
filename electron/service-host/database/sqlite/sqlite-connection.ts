import type BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Actor } from '#shared/domain/actor.ts';
import { log } from '../../log.ts';
import type { CommitNotes } from '../commit-notes.ts';
import type { WriteDb, WriteTx } from '../database.ts';
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
  readonly #attempts = {
    set: async () => this.#execute('SAVEPOINT one_attempt'),
    release: async () => this.#execute('RELEASE one_attempt'),
    undo: async () => {
      this.#execute('ROLLBACK TO one_attempt');
      this.#execute('RELEASE one_attempt');
    },
  };

  constructor(raw: BetterSqlite3.Database) {
    this.raw = raw;
    this.#db = drizzle({ client: raw });
    this.#statements = new PreparedStatements(this.#db);
    this.#grams = new SqliteGrams(raw);
  }

  /** better-sqlite3's own transaction() lets go of the transaction at the first await; this one does not. */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      this.begin('BEGIN');
      const result = await work();
      this.commit();
      return result;
    } catch (error) {
      this.rollBack(error);
      throw toStorageFailure(error);
    }
  }

  /** Begins a transaction, making up for one that could not be ended. */
  begin(command: 'BEGIN' | 'BEGIN IMMEDIATE'): void {
    if (this.raw.inTransaction) this.#execute('ROLLBACK');
    this.#execute(command);
  }

  commit(): void {
    this.#execute('COMMIT');
  }

  /** The error that led here matters more than one met while rolling back, which the next transaction makes up for. */
  rollBack(after: unknown): void {
    try {
      if (this.raw.inTransaction) this.#execute('ROLLBACK');
    } catch (error) {
      log.error('rollback', { error, after });
    }
  }

  setSavepoint(): void {
    this.#execute('SAVEPOINT one_write');
  }

  releaseSavepoint(): void {
    this.#execute('RELEASE one_write');
  }

  /** Throws where the engine rolled the whole transaction back already. */
  rollBackToSavepoint(): void {
    this.#execute('ROLLBACK TO one_write');
    this.#execute('RELEASE one_write');
  }

  tx(actor: Actor, now: number, notes: CommitNotes): WriteTx {
    return {
      engine: 'sqlite',
      db: this.#db,
      grams: this.#grams,
      actor,
      now,
      changes: notes.changes,
      attempt: (work) => notes.attempt(this.#attempts, work),
      afterCommit: (begin) => notes.afterCommit(begin),
      run: <Result>(wanted: Statement<Result>, parameters?: Record<string, unknown>) =>
        this.#statements.run(wanted, parameters),
    };
  }

  #execute(command: Command): void {
    let prepared = this.#commands.get(command);
    if (!prepared) {
      prepared = this.raw.prepare(command);
      this.#commands.set(command, prepared);
    }
    prepared.run();
  }
}

type Command =
  | 'BEGIN'
  | 'BEGIN IMMEDIATE'
  | 'COMMIT'
  | 'ROLLBACK'
  | 'SAVEPOINT one_write'
  | 'RELEASE one_write'
  | 'ROLLBACK TO one_write'
  | 'SAVEPOINT one_attempt'
  | 'RELEASE one_attempt'
  | 'ROLLBACK TO one_attempt';
