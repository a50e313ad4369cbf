import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '#host/database/database.ts';
import { startHost } from '#host/host.ts';
import { startTestHost, type TestHost } from '#tests/support/host.ts';

/** Hosts on the same books, each with an HTTP address of its own: one on SQLite, two on PostgreSQL. */
export interface Offices {
  readonly host: TestHost;
  readonly addresses: readonly string[];
  close(): Promise<void>;
}

/** Starts the hosts with a clock that runs. */
export async function openOffices(engine: Engine): Promise<Offices> {
  const host = await startTestHost({ engine, realClock: true });
  const { location } = host;
  if (location.engine === 'sqlite') return { host, addresses: [host.address], close: () => host.close() };
  const dataFolder = mkdtempSync(join(tmpdir(), 'host-'));
  const second = await startHost({ dataFolder, postgresUrl: location.url });
  const server = await second.serveHttp({ port: 0 });
  return {
    host,
    addresses: [host.address, server.address],
    close: async () => {
      await server.close();
      await second.close();
      await host.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
