import { ownFile } from '../own-files.ts';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { log } from '../log.ts';
import { BooksClock } from './clock.ts';
import { StorageFailure } from './database.ts';
import { GuardedDatabase } from './guarded-database.ts';
import { openDatabase, type DatabaseLocation, type OpenDatabaseOptions } from './open-database.ts';
import { damageAtStart, isSoundThroughout } from './sqlite/check-file.ts';
import { SqliteReader } from './sqlite/sqlite-reader.ts';

interface GuardedOptions extends OpenDatabaseOptions {
  /** Called once when damage is seen while the books are open. */
  readonly onDamage: () => void;
}

/**
 * Opens the books for a host. A file is looked at before anything writes to it; where damage shows, or `noteFile` tells of
 * damage seen earlier and the file was not exchanged for a sound one, it is opened to be looked at alone.
 */
export async function openGuarded(
  location: DatabaseLocation,
  noteFile: string,
  options: GuardedOptions,
): Promise<GuardedDatabase> {
  const note = (found: string) => {
    log.error('damage', { found });
    try {
      writeFileSync(noteFile, `${JSON.stringify({ at: Date.now(), found })}\n`, { mode: ownFile });
    } catch (error) {
      log.error('damage note', { error });
    }
  };
  const onDamage = (found: string) => {
    note(found);
    options.onDamage();
  };
  if (location.engine === 'postgres')
    return new GuardedDatabase(await openDatabase(location, options), onDamage);
  const found = damageOf(location.file, noteFile);
  if (found === undefined) return new GuardedDatabase(await openDatabase(location, options), onDamage);
  note(found);
  const reader = new SqliteReader(location.file, new BooksClock(options.clock, options.notBefore));
  return new GuardedDatabase(reader, onDamage);
}

/** What is wrong with a file, as far as the start finds out; throws where it cannot be read at all. */
function damageOf(file: string, noteFile: string): string | undefined {
  const finding = damageAtStart(file);
  if (finding?.found === 'SQLITE_NOTADB')
    throw new StorageFailure('damaged', new Error(`${file} is no database`));
  if (finding) return `${finding.table}: ${finding.found}`;
  if (!existsSync(noteFile)) return undefined;
  if (!isSoundThroughout(file)) return 'noted earlier';
  log.info('damage gone');
  rmSync(noteFile, { force: true });
  return undefined;
}
