import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ServiceClient } from '#shared/contract/index.ts';
import type { Language } from '#shared/domain/actor.ts';
import { theProgram } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { presetRoles, type PresetRole } from '#shared/domain/roles.ts';
import type { Engine, StatementHook } from '#host/database/database.ts';
import type { DatabaseLocation } from '#host/database/open-database.ts';
import { startHost, type Host } from '#host/host.ts';
import { hashPassword, useCheapHashes } from '#host/modules/people/passwords.ts';
import { createPerson } from '#host/modules/people/people.service.ts';
import { testStart } from './books.ts';
import { freshPostgresBooks, freshSqliteBooks } from './fresh-books.ts';

/** The wires the contract travels over; `api` is spoken as a program of somebody else would, with plain JSON. */
export const wires = ['port', 'http', 'api'] as const;
export type Wire = (typeof wires)[number];

export type TestPerson = PresetRole | 'leader2';

/** A running host with one person of each role, whose password is their role followed by ` password`. */
export interface TestHost {
  readonly host: Host;
  readonly address: string;
  readonly dataFolder: string;
  /** Where its books are, for those who look at them past the host. */
  readonly location: DatabaseLocation;
  /** A client of a wire; signed in when a token is given. */
  client(wire: Wire, token?: string, language?: Language): ServiceClient;
  /** A new session of somebody. */
  signIn(person: TestPerson): Promise<string>;
  /** Moves the clock of the host on. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

export interface TestHostOptions {
  readonly engine?: Engine;
  readonly beforeStatement?: StatementHook;
  /** Whether the clock follows that of the PC; otherwise it stands at testStart and moves only when told. */
  readonly realClock?: boolean;
  /** Built pages that it serves beside the calls. */
  readonly pageFolder?: string;
}

/** Starts a host on new books. */
export async function startTestHost(options: TestHostOptions = {}): Promise<TestHost> {
  useCheapHashes();
  let now = testStart;
  const dataFolder = mkdtempSync(join(tmpdir(), 'host-'));
  const postgres = options.engine === 'postgres' ? await freshPostgresBooks() : undefined;
  if (!postgres) await freshSqliteBooks(join(dataFolder, 'shouhou.db'));
  const host = await startHost({
    dataFolder,
    ...(postgres ? { postgresUrl: postgres.url } : {}),
    ...(options.realClock ? {} : { clock: () => now }),
    ...(options.beforeStatement ? { beforeStatement: options.beforeStatement } : {}),
  });
  await seedPeople(host);
  const server = await host.serveHttp({ port: 0, pageFolder: options.pageFolder });
  const ports: MessagePort[] = [];
  const client = (wire: Wire, token?: string, language: Language = 'zh-CN') => {
    const headers = {
      'accept-language': language,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    if (wire === 'http')
      return createORPCClient<ServiceClient>(new HttpLink({ url: `${server.address}/rpc`, headers }));
    if (wire === 'api') return plainClient(server.address, headers);
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    host.servePort(port1);
    port1.start();
    port2.start();
    return createORPCClient<ServiceClient>(new PortLink({ port: port2, headers }));
  };
  return {
    host,
    address: server.address,
    dataFolder,
    location: postgres
      ? { engine: 'postgres', url: postgres.url }
      : { engine: 'sqlite', file: join(dataFolder, 'shouhou.db') },
    client,
    signIn: async (person) => {
      const begun = await client('http').session.signIn({
        signInName: person,
        password: `${person} password`,
        device: 'test',
      });
      return begun.token;
    },
    pass: (milliseconds) => (now += milliseconds),
    close: async () => {
      for (const port of ports) port.close();
      await server.close();
      await host.close();
      await postgres?.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function seedPeople(host: Host): Promise<void> {
  for (const name of [...presetRoles, 'leader2'] as const) {
    const passwordHash = await hashPassword(`${name} password`);
    const role: PresetRole = name === 'leader2' ? 'leader' : name;
    await host.parts.database.write(theProgram, (tx) =>
      createPerson(tx, passwordHash, { signInName: name, name, roles: [role], active: true }),
    );
  }
}

/** Calls `/api/<module>/<procedure>` with JSON, and throws the refusal as it came: { code, message, data, status }. */
function plainClient(address: string, headers: Record<string, string>): ServiceClient {
  const call = async (path: readonly string[], input: unknown): Promise<unknown> => {
    const response = await fetch(`${address}/api/${path.join('/')}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input ?? {}),
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const body: unknown = isJson ? await response.json() : await response.blob();
    if (!response.ok) throw Object.assign(new Error('refused'), body);
    return body;
  };
  const level = (path: readonly string[]): unknown =>
    new Proxy(() => undefined, {
      get: (_, key) => (key === 'then' ? undefined : level([...path, String(key)])),
      apply: (_, __, [input]: [unknown]) => call(path, input),
    });
  // The proxy answers every path of the contract; JSON is what the other wires carry as well, files excepted.
  return level([]) as ServiceClient;
}

/** A new operation id. */
export const operation = () => newId<'operation'>();
