import BetterSqlite3 from 'better-sqlite3';
import { assert } from '#shared/domain/assert.ts';
import type { StatementHook } from '../database.ts';

/** Opens the file for the one writer: WAL, and every commit on the disk before it is acknowledged. */
export function openWriter(file: string, hook?: StatementHook): BetterSqlite3.Database {
  const connection = new BetterSqlite3(file);
  connection.pragma('journal_mode = WAL');
  setUp(connection);
  // NORMAL, which WAL files open with, loses acknowledged writes when the power fails.
  connection.pragma('synchronous = FULL');
  connection.pragma('wal_autocheckpoint = 4000');
  assert(connection.pragma('synchronous', { simple: true }) === 2, 'synchronous is FULL');
  assert(connection.pragma('journal_mode', { simple: true }) === 'wal', 'journal_mode is WAL');
  if (hook) listen(connection, hook);
  return connection;
}

/** Opens the file for reading alone. */
export function openReader(file: string, hook?: StatementHook): BetterSqlite3.Database {
  const connection = new BetterSqlite3(file, { readonly: true });
  setUp(connection);
  if (hook) listen(connection, hook);
  return connection;
}

function setUp(connection: BetterSqlite3.Database): void {
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('cache_size = -16000');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('trusted_schema = OFF');
  rememberStatements(connection);
}

const rememberedStatements = 500;

/** The query builder prepares anew at every call; the same text gets the statement that was prepared before. */
function rememberStatements(connection: BetterSqlite3.Database): void {
  const prepare = connection.prepare.bind(connection);
  const remembered = new Map<string, BetterSqlite3.Statement>();
  const remembering = (source: string) => {
    const known = remembered.get(source);
    if (known) {
      // Whoever had it last may have asked for rows as arrays.
      if (known.reader) known.raw(false);
      return known;
    }
    const statement = prepare(source);
    if (remembered.size >= rememberedStatements) {
      const [oldest] = remembered.keys();
      if (oldest !== undefined) remembered.delete(oldest);
    }
    remembered.set(source, statement);
    return statement;
  };
  // It answers as the method it replaces does, for statements whose parameters are not known to the compiler.
  connection.prepare = remembering as typeof connection.prepare;
}

function listen(connection: BetterSqlite3.Database, hook: StatementHook): void {
  const prepare = connection.prepare.bind(connection);
  const wrapped = (source: string) => {
    const statement = prepare(source);
    const told = new Proxy(statement, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (key === 'run' || key === 'all' || key === 'get') hook(source);
          // raw() and its like return the statement itself, which must stay wrapped.
          const result: unknown = Reflect.apply(value, target, given);
          return result === target ? told : result;
        };
      },
    });
    return told;
  };
  // The wrapper answers as the method it replaces does.
  connection.prepare = wrapped as typeof connection.prepare;
}
