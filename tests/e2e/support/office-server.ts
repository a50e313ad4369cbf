import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeServerFile, officeServerFlags } from '../../../scripts/program.mjs';

/** An office server running as a process of its own, as `npm run serve` starts it. */
export interface OfficeServer {
  readonly address: string;
  readonly dataFolder: string;
  /** Stops it in order and removes its data. */
  stop(): Promise<void>;
}

export interface OfficeServerOptions {
  /** A data folder that it begins with a copy of; otherwise its folder is empty. */
  readonly books?: string;
  /** What else it is told at its start. */
  readonly parameters?: readonly string[];
}

/** Starts the built office server and waits for the line that says it is ready. */
export async function startOfficeServer({
  books,
  parameters = [],
}: OfficeServerOptions = {}): Promise<OfficeServer> {
  if (!existsSync(officeServerFile)) throw new Error('the program is not built: run "npm run build" first');
  const dataFolder = mkdtempSync(join(tmpdir(), 'office-'));
  if (books !== undefined) cpSync(books, dataFolder, { recursive: true });
  const told = [...officeServerFlags, officeServerFile, '--data', dataFolder, '--port', '0', ...parameters];
  const server = spawn(process.execPath, told, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<string>((resolve) =>
    server.once('exit', (code, signal) => resolve(String(signal ?? code))),
  );
  let said = '';
  const hear = (chunk: Buffer) => (said += chunk.toString());
  server.stdout.on('data', hear);
  server.stderr.on('data', hear);
  const address = await addressOf(server);
  return {
    address,
    dataFolder,
    stop: async () => {
      const diedBefore = server.exitCode !== null || server.signalCode !== null;
      server.kill('SIGTERM');
      const how = await ended;
      rmSync(dataFolder, { recursive: true, force: true });
      if (how !== '0' || diedBefore) throw new Error(`the office server ended with ${how}: ${said}`);
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    const hear = (chunk: Buffer) => {
      told += chunk.toString();
      const ready = /ready at (http:\/\/\S+)/.exec(told);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', () => reject(new Error(`the office server did not start: ${told}`)));
  });
}
