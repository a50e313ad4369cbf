import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How the folders of the tests' servers begin; the number of the process that made them follows. */
export const folderPrefix = 'shouhou-postgres-';

/** Ends servers and removes folders in `parent` whose test run was killed before it could do so itself. */
export function sweepUpAfterKilledRuns(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = name.startsWith(folderPrefix) && Number.parseInt(name.slice(folderPrefix.length), 10);
    if (!owner || isAlive(owner)) continue;
    const folder = join(parent, name);
    try {
      endServer(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run is sweeping too, or the folder is not ours to remove: it does no harm where it is.
    }
  }
}

function endServer(dataFolder: string): void {
  const lockFile = readOr(join(dataFolder, 'postmaster.pid'), '');
  const server = Number.parseInt(lockFile, 10);
  // The number may belong to another program by now; only where the command line can be read are we sure.
  if (server && readOr(`/proc/${server}/cmdline`, '').includes(dataFolder)) process.kill(server, 'SIGKILL');
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
