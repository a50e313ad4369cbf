import { sql } from 'drizzle-orm';
import type { WriteDb } from './database.ts';

interface Prepared<Result> {
  execute(parameters?: Record<string, unknown>): Result;
}
/** A query that can be built once and run often. */
export interface Preparable<Result> {
  prepare(name?: never): Prepared<Result>;
}

/** A query that is built once per connection and then only run. */
export interface Statement<Result> {
  readonly name: string;
  prepare(db: WriteDb): Prepared<Result>;
}

/** Names a query. `build` uses `given('name')` where a value comes in; `name` is unique in the program. */
export function statement<Result>(
  name: string,
  build: (db: WriteDb) => Preparable<Result>,
): Statement<Awaited<Result>> {
  return {
    name,
    prepare: (db) => {
      // PostgreSQL wants the name of the statement, SQLite ignores it; the shared type knows only the latter.
      const prepared = build(db).prepare(name as never);
      // What execute returns is awaited by the caller, on either engine.
      return prepared as Prepared<Awaited<Result>>;
    },
  };
}

/** The place of a value that is given when the statement runs. */
export const given = (name: string) => sql.placeholder(name);

/** Keeps the prepared statements of one connection. */
export class PreparedStatements {
  readonly #db: WriteDb;
  readonly #prepared = new Map<string, Prepared<unknown>>();

  constructor(db: WriteDb) {
    this.#db = db;
  }

  async run<Result>(wanted: Statement<Result>, parameters: Record<string, unknown> = {}): Promise<Result> {
    let prepared = this.#prepared.get(wanted.name);
    if (!prepared) {
      prepared = wanted.prepare(this.#db);
      this.#prepared.set(wanted.name, prepared);
    }
    // Names are unique, so the statement under this name has this result.
    return (await prepared.execute(parameters)) as Result;
  }
}
