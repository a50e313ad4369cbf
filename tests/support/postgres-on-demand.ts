import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';

import { startPostgres } from './postgres-server.ts';
import type { PostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for the run's PostgreSQL server; it is started by the first who asks. */
    postgresStarter: string;
  }
}

// Used by vitest as a global set-up, which wants a default export or these two names.

let running: Promise<PostgresServer> | undefined;

const starter = createServer((_request, response) => {
  running ??= startPostgres();
  running.then(
    (server) => response.end(server.url),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

/** Opens the local address at which tests ask for PostgreSQL, so that a run without such tests pays nothing. */
export async function setup(project: TestProject): Promise<void> {
  await new Promise<void>((resolve) => starter.listen(0, '127.0.0.1', resolve));
  starter.unref();
  // A server listening on TCP has an address of this form.
  project.provide('postgresStarter', `http://127.0.0.1:${(starter.address() as AddressInfo).port}/`);
}

/** Stops the run's PostgreSQL server, if one was asked for, and removes its data. */
export async function teardown(): Promise<void> {
  starter.close();
  const server = await running?.catch(() => undefined);
  await server?.stop();
}
