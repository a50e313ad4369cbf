import { randomBytes } from 'node:crypto';

import { Client } from 'pg';
import { inject } from 'vitest';

/** An empty database of a test's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes the database, cutting connections that are still open. */
  drop(): Promise<void>;
}

/** Makes an empty UTF-8 database on the run's real PostgreSQL server, which the first caller starts (1.2 s). */
export async function freshPostgresDatabase(): Promise<FreshDatabase> {
  const serverUrl = await postgresUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdministrator(
    serverUrl,
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'`,
  );
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asAdministrator(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** The connection string of the run's PostgreSQL server (database `postgres`, a superuser). */
export async function postgresUrl(): Promise<string> {
  const answer = await fetch(inject('postgresStarter'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`PostgreSQL for the tests did not start: ${text}`);
  return text;
}

async function asAdministrator(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
