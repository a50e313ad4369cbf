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
export function freshPostgresDatabase(): Promise<FreshDatabase> {
  return freshCopyOf('template0');
}

/** Makes a database as a copy of another, which nobody may use meanwhile. */
export async function freshCopyOf(template: string): Promise<FreshDatabase> {
  const serverUrl = await postgresUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdministrator(serverUrl, createDatabase(name, template));
  return {
    url: urlOf(serverUrl, name),
    drop: () => asAdministrator(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/**
 * The name of a database that the run makes once, to be copied: the first who asks fills it, whoever asks meanwhile, in
 * another worker too, waits.
 */
export async function madeOncePostgres(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  const serverUrl = await postgresUrl();
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Goes with the connection.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rows.length > 0) return name;
    const unfinished = `unfinished_${randomBytes(8).toString('hex')}`;
    await client.query(createDatabase(unfinished, 'template0'));
    await fill(urlOf(serverUrl, unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** The connection string of the run's PostgreSQL server (database `postgres`, a superuser). */
export async function postgresUrl(): Promise<string> {
  const answer = await fetch(inject('postgresStarter'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`PostgreSQL for the tests did not start: ${text}`);
  return text;
}

function createDatabase(name: string, template: string): string {
  return `CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'`;
}

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
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
