import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ServiceClient } from '#shared/contract/index.ts';
import { present } from '#shared/domain/assert.ts';
import { dayOf } from '#shared/domain/days.ts';
import { operation } from '../dose.ts';
import type { ShopPerson } from '../shop.ts';
import { playStory } from '../story.ts';
import { wireClient } from '../wire.ts';
import type { Victim } from './attack.ts';
import type { OfficeTold } from './hostile-office.ts';
import type { KnownIds } from './valid-inputs.ts';

/** An office in a process of its own, with books that tell of a whole case. */
export interface Office extends Victim {
  /** Inputs that were taken while the books were filled, by procedure. */
  readonly inputs: ReadonlyMap<string, readonly unknown[]>;
  readonly knownIds: KnownIds;
  /** Whether the process still lives. */
  isAlive(): boolean;
  /** What the process saw of itself. */
  told(): Promise<OfficeTold>;
  close(): Promise<void>;
}

/** Starts the process, fills its books, and signs in somebody who may do everything. */
export async function openOffice(): Promise<Office> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const child = fork(join(import.meta.dirname, 'hostile-office.ts'), [dataFolder], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [{ address, startedAt }] = (await once(child, 'message')) as [{ address: string; startedAt: number }];
  const recorder = new Recorder(address);
  await fillBooks(recorder, startedAt);
  const version = dataVersionOf(dataFolder);
  return {
    address,
    token: await recorder.tokenOf('everything'),
    spareToken: await recorder.tokenOf('everything'),
    inputs: recorder.inputs,
    knownIds: recorder.knownIds(),
    dataVersion: version.now,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    told: async () => {
      const answered = once(child, 'message');
      child.send('tell');
      return ((await answered) as [OfficeTold])[0];
    },
    close: async () => {
      version.close();
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** A number that changes with every commit of somebody else that wrote something to the books in a folder. */
export function dataVersionOf(dataFolder: string): { now(): number; close(): void } {
  const raw = new BetterSqlite3(join(dataFolder, 'shouhou.db'), { readonly: true });
  const version = raw.prepare('PRAGMA data_version').pluck();
  return { now: () => Number(version.get()), close: () => void raw.close() };
}

async function fillBooks(recorder: Recorder, now: number): Promise<void> {
  const clients = new Map<ShopPerson, ServiceClient>();
  for (const who of ['clerk', 'warehouse', 'technician', 'leader', 'admin'] as const)
    clients.set(who, recorder.client(await recorder.tokenOf(who)));
  const client = (who: ShopPerson) => present(clients.get(who), who);
  const { values } = await client('admin').settings.firm();
  await client('admin').settings.saveFirm({
    operationId: operation(),
    version: 0,
    values: { ...values, name: '售后服务站' },
  });
  await playStory({
    mark: 'A',
    day: dayOf(now),
    now,
    ask: (who, question) => question(client(who)),
    play: (_, who, call) => call(client(who), operation()),
  });
}

/** Keeps what its clients send. */
class Recorder {
  readonly inputs = new Map<string, unknown[]>();
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  client(token: string): ServiceClient {
    const kept = async (request: Request, init: RequestInit) => {
      const { pathname } = new URL(request.url);
      const type = request.headers.get('content-type') ?? '';
      const text = type.includes('json') ? await request.clone().text() : '';
      const response = await fetch(request, init);
      if (response.ok && text !== '') this.#keep(pathname.replace('/rpc/', '').replace('/', '.'), text);
      return response;
    };
    const headers = { authorization: `Bearer ${token}` };
    return createORPCClient<ServiceClient>(
      new RPCLink({ url: `${this.#address}/rpc`, headers, fetch: kept }),
    );
  }

  async tokenOf(signInName: string): Promise<string> {
    const anybody = wireClient(this.#address, '');
    const begun = await anybody.session.signIn({ signInName, password: 'the password', device: 'test' });
    return begun.token;
  }

  /** Every id that was sent, by the name of its field. */
  knownIds(): KnownIds {
    const known = new Map<string, string[]>();
    const look = (value: unknown, key: string): void => {
      if (typeof value === 'string' && key.toLowerCase().endsWith('id'))
        known.set(key, [...(known.get(key) ?? []), value]);
      if (typeof value !== 'object' || value === null) return;
      for (const [name, field] of Object.entries(value)) look(field, Array.isArray(value) ? key : name);
    };
    for (const input of [...this.inputs.values()].flat()) look(input, '');
    known.delete('operationId');
    return known;
  }

  #keep(path: string, text: string): void {
    // Written by the client of the same wire.
    const { json } = JSON.parse(text) as { json?: unknown };
    if (json !== undefined) this.inputs.set(path, [...(this.inputs.get(path) ?? []), json]);
  }
}
