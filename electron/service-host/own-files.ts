import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Books, attachments and copies hold what is personal to customers: on this PC only the account that the program runs under
 * may read them. Windows keeps rights another way, and a folder there has those of the folder above it.
 */

/** Rights of a folder that is ours alone. */
export const ownFolder = 0o700;
/** Rights of a file that is ours alone. */
export const ownFile = 0o600;
const rightsOfOthers = 0o077;

/** Makes the folder where there is none, and takes from others the rights to it and to everything in it. */
export function keepToOurselves(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: ownFolder });
  if (process.platform === 'win32') return;
  const wasOpen = (statSync(folder).mode & rightsOfOthers) !== 0;
  if (wasOpen) chmodSync(folder, ownFolder);
  // Whatever lay in a folder that was closed could be reached by nobody else; the books themselves cost nothing to look at.
  closeAll(folder, wasOpen);
}

function closeAll(folder: string, isDeep: boolean): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (!isFolder && !entry.isFile()) continue;
    if ((statSync(path).mode & rightsOfOthers) !== 0) chmodSync(path, isFolder ? ownFolder : ownFile);
    if (isFolder && isDeep) closeAll(path, isDeep);
  }
}
