import { existsSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/** The share of a file that is looked at, and why that was not sound. */
export interface FileFinding {
  readonly table: string;
  readonly found: string;
}

/** How long the look at the start may hold it up. */
const startBudgetMs = 500;

/**
 * Looks at a file before anything writes to it: whether it has its whole length, and the pages of as many tables as half a
 * second allows. The night looks at all of them. Returns the first damage it meets.
 */
export function damageAtStart(file: string): FileFinding | undefined {
  if (!existsSync(file) || statSync(file).size === 0) return undefined;
  const end = performance.now() + startBudgetMs;
  for (const finding of damageIn(file)) {
    if (finding.found !== 'ok') return finding;
    if (performance.now() > end) return undefined;
  }
  return undefined;
}

/** Checks everything a file holds, indexes included; for a file of which damage is on record. */
export function isSoundThroughout(file: string): boolean {
  try {
    const connection = new BetterSqlite3(file, { readonly: true });
    try {
      return connection.pragma('integrity_check(1)', { simple: true }) === 'ok';
    } finally {
      connection.close();
    }
  } catch {
    return false;
  }
}

/** Checks a file table by table, so that its caller can let others through between two; each says `ok` or what it has. */
export function* damageIn(file: string): Generator<FileFinding> {
  let connection: BetterSqlite3.Database | undefined;
  try {
    connection = new BetterSqlite3(file, { readonly: true });
    if (isCut(connection, file)) yield { table: '', found: 'the file is shorter than it says' };
    for (const table of tablesIn(connection)) yield { table, found: foundIn(connection, table) };
  } catch (error) {
    yield { table: '', found: codeOf(error) };
  } finally {
    connection?.close();
  }
}

function foundIn(connection: BetterSqlite3.Database, table: string): string {
  try {
    return String(connection.pragma(`quick_check("${table}")`, { simple: true }));
  } catch (error) {
    return codeOf(error);
  }
}

/** While the log holds pages, the file may rightly be shorter. */
function isCut(connection: BetterSqlite3.Database, file: string): boolean {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const pages = Number(connection.pragma('page_count', { simple: true }));
  const bytes = pages * Number(connection.pragma('page_size', { simple: true }));
  return log === 0 && statSync(file).size < bytes;
}

function tablesIn(connection: BetterSqlite3.Database): readonly string[] {
  const names = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name")
    .pluck()
    .all();
  return names.map(String);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
