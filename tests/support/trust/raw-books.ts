import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import type { Engine } from '#host/database/database.ts';
import type { DatabaseLocation } from '#host/database/open-database.ts';
import { freshPostgresDatabase } from '#tests/support/postgres.ts';

/** A place for books, empty, and the way to remove it. */
export interface Place {
  readonly location: DatabaseLocation;
  remove(): Promise<void>;
}

/** A way past the program to the rows themselves, as a meddler with the file or the server has it. */
export interface RawBooks {
  run(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** One line of text per table, which changes with anything in it. */
  fingerprint(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

/** A folder of its own, or a database of its own on the run's PostgreSQL server. */
export async function freshPlace(engine: Engine): Promise<Place> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'trust-'));
    const remove = async () => rmSync(folder, { recursive: true, force: true });
    return { location: { engine, file: join(folder, 'shouhou.db') }, remove };
  }
  const { url, drop } = await freshPostgresDatabase();
  return { location: { engine, url }, remove: drop };
}

/** Opens a connection that neither checks nor refers: foreign keys and, on SQLite, CHECKs do not stand in its way. */
export async function openRaw(location: DatabaseLocation): Promise<RawBooks> {
  return location.engine === 'sqlite' ? openRawSqlite(location.file) : openRawPostgres(location.url);
}

function openRawSqlite(file: string): RawBooks {
  const connection = new BetterSqlite3(file);
  connection.pragma('foreign_keys = OFF');
  connection.pragma('ignore_check_constraints = ON');
  connection.pragma('busy_timeout = 5000');
  const run = async (sql: string) => {
    const statement = connection.prepare(sql);
    if (!statement.reader) {
      statement.run();
      return [];
    }
    // Every row of a reader is an object of its columns.
    return statement.all() as Record<string, unknown>[];
  };
  return {
    run,
    fingerprint: async () => {
      const tables = await run(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
      );
      const prints = tables.map(({ name }): [string, string] => {
        const rows = connection
          .prepare(`SELECT * FROM "${String(name)}"`)
          .raw()
          .all();
        return [String(name), JSON.stringify(rows)];
      });
      return new Map(prints);
    },
    close: async () => void connection.close(),
  };
}

async function openRawPostgres(url: string): Promise<RawBooks> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  const run = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;
  return {
    run,
    fingerprint: async () => {
      const tables = await run(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
      const each = tables.map(
        ({ name }) =>
          `SELECT '${String(name)}' AS name, coalesce(string_agg(row::text, ' ' ORDER BY row::text), '') AS rows FROM "${String(name)}" AS row`,
      );
      const prints = await run(each.join(' UNION ALL '));
      return new Map(prints.map(({ name, rows }) => [String(name), String(rows)]));
    },
    close: () => client.end(),
  };
}
