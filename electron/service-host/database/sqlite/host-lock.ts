import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { folderNotUsable } from '../../data-folder.ts';
import { ownFile } from '../../own-files.ts';
import { StartFailure } from '../../start-failure.ts';

/** How long a host that is just ending is waited for. */
const patienceMs = 1500;

/**
 * One host per data folder. The lock is one of the operating system, held on a side file by an open transaction: it ends
 * with the process, however that ends. Who holds it stands beside it in words.
 */
export class HostLock {
  readonly #connection: BetterSqlite3.Database;
  readonly #holderFile: string;

  private constructor(connection: BetterSqlite3.Database, holderFile: string) {
    this.#connection = connection;
    this.#holderFile = holderFile;
  }

  /** Takes the lock. Throws StartFailure: `inUse` with who holds it, or `folderNotUsable`. */
  static take(dataFolder: string, now: number): HostLock {
    const holderFile = join(dataFolder, 'host.lock.json');
    let connection: BetterSqlite3.Database | undefined;
    try {
      const lockFile = join(dataFolder, 'host.lock.db');
      // What SQLite puts beside a file gets the rights of the file.
      closeSync(openSync(lockFile, 'a', ownFile));
      connection = new BetterSqlite3(lockFile, { timeout: patienceMs });
      connection.exec('BEGIN EXCLUSIVE');
      const holder = { pid: process.pid, computer: hostname(), sinceAt: now };
      writeFileSync(holderFile, `${JSON.stringify(holder)}\n`, { mode: ownFile });
      return new HostLock(connection, holderFile);
    } catch (error) {
      connection?.close();
      const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
      if (typeof code === 'string' && code.startsWith('SQLITE_BUSY'))
        throw new StartFailure('inUse', { folder: dataFolder, ...holderIn(holderFile) }, error);
      throw folderNotUsable(dataFolder, error);
    }
  }

  /** Lets the next host in. */
  release(): void {
    if (!this.#connection.open) return;
    rmSync(this.#holderFile, { force: true });
    this.#connection.close();
  }
}

/** What the holder has said of itself; it may be writing that at this moment. */
function holderIn(file: string): {
  readonly pid: string;
  readonly computer: string;
  readonly sinceAt: number | string;
} {
  const unknown = { pid: '?', computer: '?', sinceAt: '?' };
  try {
    const told: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof told !== 'object' || told === null) return unknown;
    const { pid, computer, sinceAt } = Object.fromEntries(Object.entries(told));
    return { pid: String(pid), computer: String(computer), sinceAt: Number(sinceAt) };
  } catch {
    return unknown;
  }
}
