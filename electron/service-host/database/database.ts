import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Actor } from '#shared/domain/actor.ts';
import type { Moment } from '#shared/domain/days.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { BooksClock } from './clock.ts';
import type { Committed } from './commit-notes.ts';
import type { GramReader, GramWriter } from './grams.ts';
import type { Statement } from './statement.ts';

/** The engines one schema and one set of queries run on. */
export type Engine = 'sqlite' | 'postgres';

/** Drizzle with everything on it. Builders are awaited, never ended with .get/.all/.run, which differ per engine. */
export type WriteDb = Omit<
  BetterSQLite3Database,
  'transaction' | 'run' | 'all' | 'get' | 'values' | 'query' | '_'
>;
/** The part of drizzle that changes nothing. */
export type ReadDb = Pick<WriteDb, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>;

/** Says which record changed, for the windows that show it. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}

/** One consistent look at the books. */
export interface ReadTx {
  readonly engine: Engine;
  readonly db: ReadDb;
  readonly grams: GramReader;
  readonly actor: Actor;
  readonly now: Moment;
  /** Runs a prepared statement; the only way on hot paths. */
  run<Result>(statement: Statement<Result>, parameters?: Record<string, unknown>): Promise<Result>;
}

/** The one write that is under way: everything in it happens, or nothing. */
export interface WriteTx extends ReadTx {
  readonly db: WriteDb;
  readonly grams: GramWriter;
  /** What the change feed will tell after the commit. */
  readonly changes: Change[];
  /**
   * Does one part of many, as one row of an import. When it is refused, this part alone is undone, together with the changes
   * and the work after the commit that it left. Any other error ends the whole write. Parts come one after the other or one
   * inside the other, never side by side.
   */
  attempt<Result>(work: () => Promise<Result>): Promise<Attempt<Result>>;
  /**
   * Calls `begin` once this write is on the disk, and not at all when it is undone. A write may be run again; whatever
   * leaves the transaction (long work, a message, a file) begins here and nowhere else. `begin` waits for nothing.
   */
  afterCommit(begin: (proof: Committed) => void): void;
}

/** What became of one part of a write. */
export type Attempt<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly refusal: Refusal };

/** Books that are only looked at. */
export type BooksReader = Pick<Database, 'read' | 'close'>;

/** The seam between the business and the engines. */
export interface Database {
  readonly engine: Engine;
  /** The time of the books, which never falls below their last entry. */
  readonly clock: BooksClock;
  /** Runs `work` on a consistent snapshot. */
  read<Result>(actor: Actor, work: (tx: ReadTx) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` alone, in a transaction that is on the disk when the promise resolves.
   * `work` waits for nothing but the database and may be run again after a serialisation failure.
   * Throws StorageFailure when the engine could not keep it; then nothing of it remains.
   */
  write<Result>(actor: Actor, work: (tx: WriteTx) => Promise<Result>): Promise<Result>;
  /** Calls `listener` after each commit that changed something. Returns the way to stop. */
  onCommit(listener: (changes: readonly Change[]) => void): () => void;
  close(): Promise<void>;
}

/** The engine could not read or keep what was asked; nothing of the write remains. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly reason: StorageFailureReason;
  constructor(reason: StorageFailureReason, cause: unknown) {
    super(`storage failure: ${reason}`, { cause });
    this.reason = reason;
  }
}
export type StorageFailureReason =
  | 'diskFull'
  | 'busy'
  | 'damaged'
  | 'connectionLost'
  | 'inputOutput'
  | 'accessDenied'
  | 'noSuchDatabase'
  | 'newerDatabase'
  | 'wrongLocale';

/** Told of every statement before it runs; throwing makes that statement fail. Given by the tests of faults alone. */
export type StatementHook = (sql: string) => void;
