import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An office server running as a process of its own, as `npm run serve` starts it. */
export interface OfficeServer {
  readonly address: string;
  readonly dataFolder: string;
  /** Stops it in order and removes its data. */
  stop(): Promise<void>;
}

const entry = join(import.meta.dirname, '../../../electron/service-host/entries/office-server.ts');

/** Starts an office server on new books and waits for the line that says it is ready. */
export async function startOfficeServer(extra: readonly string[] = []): Promise<OfficeServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'office-'));
  const server = spawn(process.execPath, [entry, '--data', dataFolder, '--port', '0', ...extra], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<string>((resolve) =>
    server.once('exit', (code, signal) => resolve(String(signal ?? code))),
  );
  let told = '';
  const hear = (chunk: Buffer) => (told += chunk.toString());
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
      if (how !== '0' || diedBefore) throw new Error(`the office server ended with ${how}: ${told}`);
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
