import pg from 'pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Actor } from '#shared/domain/actor.ts';
import { assert } from '#shared/domain/assert.ts';
import type { BooksClock } from '../clock.ts';
import type { Change, Database, ReadTx, StatementHook, WriteDb, WriteTx } from '../database.ts';
import { CommitListeners } from '../commit-listeners.ts';
import { CommitNotes } from '../commit-notes.ts';
import { lastMoment } from '../last-moment.ts';
import { PreparedStatements, type Statement } from '../statement.ts';
import { WriteQueue } from '../write-queue.ts';
import { NewsLine } from './news-line.ts';
import { PostgresGrams } from './postgres-grams.ts';
import { mayRunAgain, toStorageFailure } from './storage-failure.ts';

const poolSize = 6;
const retriesAtMost = 3;
/** One writer over all hosts of a database: taken before the transaction begins, so that its snapshot is fresh. */
const writerLock = 7_203_001;

// Whole numbers come back as numbers; all of ours are below 2^53 by the bounds of the contract. Drizzle asks the
// driver's own register of types, whatever the pool was told.
pg.types.setTypeParser(pg.types.builtins.INT8, safeInteger);

/** The office engine. Writers queue as they do on SQLite; readers have a snapshot each. */
export class PostgresDatabase implements Database {
  readonly engine = 'postgres';
  readonly #pool: pg.Pool;
  readonly #sessions = new WeakMap<pg.PoolClient, Session>();
  readonly clock: BooksClock;
  readonly #queue = new WriteQueue();
  readonly #listeners = new CommitListeners();
  readonly #hook: StatementHook | undefined;
  readonly #newsLine: NewsLine;

  constructor(url: string, clock: BooksClock, hook?: StatementHook) {
    this.clock = clock;
    this.#hook = hook;
    this.#pool = new pg.Pool({ connectionString: url, max: poolSize });
    // A connection lost while idle is replaced by the pool at the next use; there is nobody to tell.
    this.#pool.on('error', () => undefined);
    this.#newsLine = new NewsLine(url, (changes) => this.#listeners.tell(changes));
  }

  /** Takes in the time of the books, and begins to hear what other hosts of this database do. */
  async begin(): Promise<void> {
    await this.#onConnection((session) => session.takeTime(this.clock));
    try {
      await this.#newsLine.listen();
    } catch (error) {
      throw toStorageFailure(error);
    }
  }

  async read<Result>(actor: Actor, work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    return this.#onConnection((session) =>
      session.transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', () =>
        work(session.tx(actor, this.clock.now(), new CommitNotes())),
      ),
    );
  }

  async write<Result>(actor: Actor, work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    const { result, notes } = await this.#queue.run(() => this.#writeWithRetries(actor, work));
    notes.settle(this.#listeners);
    return result;
  }

  onCommit(listener: (changes: readonly Change[]) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.#newsLine.close();
    await this.#pool.end();
  }

  async #writeWithRetries<Result>(actor: Actor, work: (tx: WriteTx) => Promise<Result>) {
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.#onConnection((session) =>
          session.locked(async () => {
            const notes = new CommitNotes();
            const result = await session.transaction('BEGIN ISOLATION LEVEL SERIALIZABLE', async () => {
              await session.takeTime(this.clock);
              const done = await work(session.tx(actor, this.clock.now(), notes));
              notes.throwFailure();
              await session.tell(this.#newsLine.statementsFor(notes.changes));
              return done;
            });
            return { result, notes };
          }),
        );
      } catch (error) {
        if (retries >= retriesAtMost || !mayRunAgain(error)) throw error;
      }
    }
  }

  async #onConnection<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    let client: pg.PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      throw toStorageFailure(error);
    }
    let session = this.#sessions.get(client);
    if (!session) {
      session = new Session(client, this.#hook);
      this.#sessions.set(client, session);
    }
    try {
      return await work(session);
    } catch (error) {
      throw toStorageFailure(error);
    } finally {
      // A connection that did not end its transaction or its lock is not given to anybody else.
      client.release(session.broken);
    }
  }
}

class Session {
  broken = false;
  readonly #client: pg.PoolClient;
  readonly #db: WriteDb;
  readonly #statements: PreparedStatements;
  readonly #grams: PostgresGrams;
  readonly #attempts = {
    set: () => this.#command('SAVEPOINT one_attempt'),
    release: () => this.#command('RELEASE SAVEPOINT one_attempt'),
    undo: () => this.#command('ROLLBACK TO SAVEPOINT one_attempt; RELEASE SAVEPOINT one_attempt'),
  };

  constructor(client: pg.PoolClient, hook: StatementHook | undefined) {
    if (hook) listen(client, hook);
    this.#client = client;
    // The tables are the same objects on both engines, and so are the builders we use; drizzle types them apart.
    this.#db = drizzle({ client }) as unknown as WriteDb;
    this.#statements = new PreparedStatements(this.#db);
    this.#grams = new PostgresGrams(client);
  }

  async transaction<Result>(begin: string, work: () => Promise<Result>): Promise<Result> {
    try {
      await this.#client.query(begin);
      const result = await work();
      const ended = await this.#client.query('COMMIT');
      // A transaction that failed unnoticed answers COMMIT with ROLLBACK, and without an error.
      assert(ended.command === 'COMMIT', 'the commit was kept');
      return result;
    } catch (error) {
      await this.#ending('ROLLBACK');
      throw error;
    }
  }

  async locked<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#client.query('SELECT pg_advisory_lock($1)', [writerLock]);
    try {
      return await work();
    } finally {
      await this.#ending(`SELECT pg_advisory_unlock(${writerLock})`);
    }
  }

  /** Another host may have written since, by a clock that is ahead of ours. */
  async takeTime(clock: BooksClock): Promise<void> {
    const { rows } = await this.#client.query<{ at: number }>({ name: 'lastMoment', text: lastMoment });
    if (rows[0]) clock.raise(rows[0].at);
  }

  async tell(statements: ReturnType<NewsLine['statementsFor']>): Promise<void> {
    for (const statement of statements) await this.#client.query(statement);
  }

  tx(actor: Actor, now: number, notes: CommitNotes): WriteTx {
    return {
      engine: 'postgres',
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

  async #command(text: string): Promise<void> {
    await this.#client.query(text);
  }

  /** The error that led here matters more than one met while ending; the connection is given up. */
  async #ending(command: string): Promise<void> {
    try {
      await this.#client.query(command);
    } catch {
      this.broken = true;
    }
  }
}

function safeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `whole number in bounds: ${text}`);
  return value;
}

function listen(client: pg.PoolClient, hook: StatementHook): void {
  // The many forms of query are passed on as they come.
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const told = async (...given: unknown[]) => {
    const first = given[0];
    // A query that is no string is an object with its text.
    hook(typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? ''));
    return query(...given);
  };
  // Callbacks are used by nobody here: drizzle and we await.
  client.query = told as typeof client.query;
}
