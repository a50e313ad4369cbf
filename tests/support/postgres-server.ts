import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { memoryFolder } from './memory-folder.ts';
import { dataFolders, reachableBinaries, unprivilegedAccount } from './postgres-installation.ts';
import type { Account, Binaries } from './postgres-installation.ts';
import { folderPrefix, sweepUpAfterKilledRuns } from './postgres-sweep.ts';

/** A running PostgreSQL server that belongs to the tests. */
export interface PostgresServer {
  /** Connection string of a superuser to the database `postgres`. */
  readonly url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** What a test may ask of its server. */
export interface PostgresOptions {
  /** Write to the disk like a real installation; without it the server is quicker and a power cut loses data. */
  readonly durable?: boolean | undefined;
}

// pg_trgm asks the system's locale, not PostgreSQL's own, what a letter is: with `C` it drops Chinese.
const utf8Locale =
  process.platform === 'darwin' ? 'en_US.UTF-8' : process.platform === 'win32' ? 'C' : 'C.UTF-8';
const notDurable = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts a real PostgreSQL 18 with the locale the product asks for, on a free local port (about 1.2 s). */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const account = unprivilegedAccount();
  const parents = dataFolders(account);
  parents.forEach(sweepUpAfterKilledRuns);
  const parent = options.durable ? parents.find((path) => path !== memoryFolder) : parents[0];
  if (!parent) throw new Error('There is no temporary folder in which PostgreSQL could keep its data.');
  const folder = mkdtempSync(join(parent, `${folderPrefix}${process.pid}-`));
  if (account) chownSync(folder, account.uid, account.gid);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const binaries = await reachableBinaries(account, folder);
    const password = randomBytes(12).toString('hex');
    await createCluster(binaries, folder, password, account);
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      try {
        const server = await serve(binaries, folder, port, options, account);
        return {
          url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
          stop: async () => {
            await server.stop();
            removeFolder();
          },
        };
      } catch (error) {
        // Somebody else may have taken the port between our look and PostgreSQL's.
        if (attempt === 3) throw error;
      }
    }
  } catch (error) {
    removeFolder();
    throw error;
  }
}

async function createCluster(
  binaries: Binaries,
  folder: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${join(folder, 'data')}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=password',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    spawnOptions(folder, account),
  );
  const output = collectOutput(child);
  const code = await exitCode(child);
  if (code !== 0) throw new Error(`initdb ended with ${code}:\n${output()}`);
}

async function serve(
  binaries: Binaries,
  folder: string,
  port: number,
  options: PostgresOptions,
  account: Account | undefined,
): Promise<{ stop(): Promise<void> }> {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    // In the data folder, so that nothing is left over when the server is killed.
    ...(process.platform === 'win32' ? [] : ['dynamic_shared_memory_type=mmap']),
    ...(options.durable ? [] : notDurable),
  ];
  const child = spawn(
    binaries.postgres,
    ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
    spawnOptions(folder, account),
  );
  const stopNow = () => child.kill(process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT');
  process.once('exit', stopNow);
  const output = collectOutput(child);
  await new Promise<void>((ready, fail) => {
    child.stderr?.on('data', () => {
      if (output().includes('ready to accept connections')) ready();
    });
    child.once('error', fail);
    child.once('exit', () => fail(new Error(`PostgreSQL ended before it was ready:\n${output()}`)));
  });
  return {
    stop: async () => {
      process.off('exit', stopNow);
      const ended = exitCode(child);
      stopNow();
      await ended;
    },
  };
}

function spawnOptions(folder: string, account: Account | undefined): SpawnOptions {
  return {
    ...account,
    cwd: folder,
    env: { ...process.env, LC_ALL: utf8Locale, HOME: folder },
    windowsHide: true,
  };
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const collect = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return () => text;
}

async function exitCode(child: ChildProcess): Promise<number | string> {
  if (child.exitCode !== null) return child.exitCode;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? String(signal)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  // A server listening on TCP has an address of this form.
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
