import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepToOurselves } from './own-files.ts';
import { StartFailure } from './start-failure.ts';

/** The file of the books in a data folder, where they are not kept on a server. */
export const booksFileIn = (dataFolder: string) => join(dataFolder, 'shouhou.db');
/** The file with the head of the audit trail, noted beside the books. */
export const headFileIn = (dataFolder: string) => join(dataFolder, 'audit-head.json');
/** The folder of attachments. */
export const attachmentsIn = (dataFolder: string) => join(dataFolder, 'attachments');

/** Files that a host leaves in every folder it was started on. */
const leftByEveryHost = /^(host\.lock\.|audit-head\.json$)/;

/**
 * Makes sure that the books of an office are in the folder, or that an office may begin there. Books that are gone are never
 * begun anew in silence: SQLite would even remove the log that holds their newest rows. Throws StartFailure.
 */
export function refuseWrongFolder(dataFolder: string, mayBegin: boolean): void {
  const file = booksFileIn(dataFolder);
  if (sizeOf(file) > 0) return;
  if (hasHeldBooks(dataFolder)) throw new StartFailure('booksMissing', { folder: dataFolder, file });
  if (mayBegin) return;
  if (!existsSync(dataFolder)) throw new StartFailure('folderMissing', { folder: dataFolder });
  if (existsSync(file)) throw new StartFailure('booksEmpty', { folder: dataFolder, file });
  if (namesIn(dataFolder).some((name) => !leftByEveryHost.test(name)))
    throw new StartFailure('folderForeign', { folder: dataFolder });
}

/** Makes the folder where it is not there yet. Throws StartFailure when it cannot be used. */
export function makeDataFolder(dataFolder: string): void {
  try {
    keepToOurselves(dataFolder);
    namesIn(dataFolder);
  } catch (error) {
    throw folderNotUsable(dataFolder, error);
  }
}

/** What is thrown when the folder cannot be read or written. */
export function folderNotUsable(dataFolder: string, cause: unknown): StartFailure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new StartFailure('folderNotUsable', { folder: dataFolder, code }, cause);
}

function hasHeldBooks(dataFolder: string): boolean {
  if (!existsSync(dataFolder)) return false;
  const isTrace = (name: string) =>
    name.startsWith('shouhou.db.before-') ||
    (name === 'shouhou.db-wal' && sizeOf(join(dataFolder, name)) > 0);
  return (
    namesIn(dataFolder).some(isTrace) ||
    namesIn(attachmentsIn(dataFolder)).length > 0 ||
    notedEntries(headFileIn(dataFolder)) > 0
  );
}

function notedEntries(file: string): number {
  try {
    const noted: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof noted !== 'object' || noted === null || !('sequence' in noted)) return 0;
    return Number(noted.sequence);
  } catch {
    return 0;
  }
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
