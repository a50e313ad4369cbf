import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { contract, type ServiceClient } from '#shared/contract/index.ts';
import { permissions, presetPermissions } from '#shared/domain/permissions.ts';
import { presetRoles } from '#shared/domain/roles.ts';
import type { Permission } from '#shared/nouns/index.ts';
import { metaOf } from '#host/api/guard.ts';
import { router } from '#host/api/router.ts';
import { operation, startTestHost, type TestHost, type Wire } from '#tests/support/host.ts';
import {
  lettingEverybodyIn,
  serveAltered,
  takingAllForTheProgram,
  type Guard,
} from '#tests/support/trust/altered-server.ts';
import { chanceFrom, seedOfRun, tell } from '#tests/support/trust/dose.ts';
import { wireClient } from '#tests/support/trust/wire.ts';

/*
 * S1: every procedure with every role of the preset and one that the firm made of permissions by chance, without a session, with an ended one and as somebody set inactive, over both
 * wires of the page. The table beside this file says who may; a procedure that is missing in it fails the build.
 */

const tableFile = join(import.meta.dirname, 's1-rights.txt');
const procedures = proceduresOf(contract);
const pageWires = ['port', 'http'] as const satisfies readonly Wire[];
let host: TestHost;
const seed = seedOfRun();
const ownHolder = 'planner';
/** What the role that the firm made may do. */
let ownRole: readonly Permission[];

beforeAll(async () => {
  host = await startTestHost();
  ownRole = await makeOwnRole();
});
afterAll(async () => {
  await host.close();
});

test('every procedure of the contract is served', () => {
  expect(pathsOf(router).toSorted()).toEqual(procedures.map(({ path }) => path).toSorted());
});

test('who may do what is what the table says', () => {
  const table = procedures.map(({ path, procedure }) => `${path.padEnd(34)} ${mayOf(procedure)}`).join('\n');
  if (!existsSync(tableFile) || process.env['RIGHTS_TABLE'] === 'write')
    writeFileSync(tableFile, `${table}\n`);
  expect(`${table}\n`).toBe(readFileSync(tableFile, 'utf8'));
});

test('every cell is decided as the contract says, over both wires', async () => {
  const { tried, wrong } = await cellsOfRoles(pageWires, overHost);
  tell('S1 roles', { tried, effective: tried - wrong.length, seed });
  expect(wrong).toEqual([]);
});

test('without a session, with an ended one, and with one made up, only what anyone may is answered', async () => {
  const { tried, wrong } = await cellsWithoutSession(pageWires, overHost);
  tell('S1 sessions', { tried, effective: tried - wrong.length, seed: 0 });
  expect(wrong).toEqual([]);
});

test('a role taken away, or a person set inactive, is refused at once', async () => {
  const admin = host.client('http', await host.signIn('admin'));
  const before = await host.signIn('finance');
  const finance = (await admin.people.list()).find((person) => person.signInName === 'finance');
  if (!finance) throw new Error('there is somebody in finance');
  const { id, version, signInName, name } = finance;
  await admin.people.edit({
    operationId: operation(),
    id,
    version,
    signInName,
    name,
    roles: ['finance'],
    active: false,
  });
  expect(await codeOf(host.client('http', before), 'people.list')).toBe('NOT_SIGNED_IN');
  await expect(host.signIn('finance')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  await admin.people.edit({
    operationId: operation(),
    id,
    version: version + 1,
    signInName,
    name,
    roles: ['finance'],
    active: true,
  });
});

test('what is taken from a role is refused at once, and allowed again at once, in sessions that are open', async () => {
  const admin = host.client('http', await host.signIn('admin'));
  for (const wire of pageWires) {
    const open = host.client(wire, await host.signIn('finance'));
    const change = async (may: readonly Permission[]) => {
      const role = (await admin.people.listRoles()).find(({ code }) => code === 'finance');
      if (!role) throw new Error('the roles of the preset are always there');
      const { code, version, name } = role;
      const input = { operationId: operation(), code, version, name, active: true };
      await admin.people.saveRole({ ...input, permissions: [...may] });
    };
    expect(await codeOf(open, 'stock.warehouses')).toBeUndefined();
    await change(presetPermissions.finance.filter((one) => one !== 'stock.view'));
    expect(await codeOf(open, 'stock.warehouses')).toBe('NOT_PERMITTED');
    expect((await open.session.me()).permissions).not.toContain('stock.view');
    await change(presetPermissions.finance);
    expect(await codeOf(open, 'stock.warehouses')).toBeUndefined();
  }
});

describe('S1 controls', () => {
  // What comes through to a service that expected somebody is noted for supporters.
  beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

  test('without a look at the permissions every cell that must be refused is found', async () => {
    const { tried, wrong, refusing } = await behind(lettingEverybodyIn, (open) =>
      cellsOfRoles(['http'], open),
    );
    tell('S1 control, roles', { tried, effective: wrong.length, seed: 0 });
    expect(wrong.length).toBe(refusing);
    expect(refusing).toBeGreaterThan(tried / 5);
  });

  test('without a look at the session every procedure that needs one is found', async () => {
    const { tried, wrong, refusing } = await behind(takingAllForTheProgram, (open) =>
      cellsWithoutSession(['http'], open),
    );
    tell('S1 control, sessions', { tried, effective: wrong.length, seed: 0 });
    expect(wrong.length).toBeGreaterThan(refusing * 0.9);
  });
});

/** Plays a test against a host that has another guard. */
async function behind<Result>(other: Guard, play: (open: Open) => Promise<Result>): Promise<Result> {
  const server = await serveAltered(host.host.parts, router, other);
  try {
    return await play((_, token) => wireClient(server.address, token));
  } finally {
    await server.close();
  }
}

interface Cells {
  readonly tried: number;
  /** Cells in which a refusal was due. */
  readonly refusing: number;
  readonly wrong: readonly string[];
}

/** A client for a wire; without a token for nobody. */
type Open = (wire: Wire, token: string | undefined) => ServiceClient;

const overHost: Open = (wire, token) => host.client(wire, token);

/** Somebody of each role, with the permissions that are theirs. */
function holders(): readonly (readonly [string, readonly Permission[]])[] {
  return [...presetRoles.map((role) => [role, presetPermissions[role]] as const), [ownHolder, ownRole]];
}

/** Adds a role of the firm with about half of all permissions, and somebody who holds it alone. */
async function makeOwnRole(): Promise<readonly Permission[]> {
  const chance = chanceFrom(seed);
  const chosen = permissions.filter(() => chance.percent(50));
  const admin = host.client('http', await host.signIn('admin'));
  const { code } = await admin.people.saveRole({
    operationId: operation(),
    code: null,
    version: 0,
    name: '派工员',
    permissions: chosen,
    active: true,
  });
  await admin.people.create({
    operationId: operation(),
    signInName: ownHolder,
    name: ownHolder,
    roles: [code],
    active: true,
    password: `${ownHolder} password`,
  });
  return chosen;
}

async function signIn(signInName: string): Promise<string> {
  const nobody = host.client('http');
  const given = { signInName, password: `${signInName} password`, device: 'test' };
  return (await nobody.session.signIn(given)).token;
}

/** Every role at every procedure. */
async function cellsOfRoles(wires: readonly Wire[], open: Open): Promise<Cells> {
  const cells = new CellCount();
  for (const wire of wires) {
    for (const [who, permissions] of holders()) {
      const client = open(wire, await signIn(who));
      for (const { path, procedure } of procedures) {
        if (path === 'session.signOut') continue;
        const answer = await codeOf(client, path);
        const may = metaOf(procedure).access;
        const isDue = may !== 'anyone' && may !== 'signedIn' && !permissions.includes(may);
        const isRight = (answer === 'NOT_PERMITTED') === isDue && answer !== 'NOT_SIGNED_IN';
        cells.note(`${who} ${path} over ${wire}: ${answer ?? 'answered'}`, isDue, isRight);
      }
    }
  }
  return cells;
}

/** Nobody, and two who are nobody any more or never were, at every procedure. */
async function cellsWithoutSession(wires: readonly Wire[], open: Open): Promise<Cells> {
  const ended = await host.signIn('clerk');
  await host.client('http', ended).session.signOut();
  const nobody = { none: undefined, ended, 'made up': 'A'.repeat(43) };
  const cells = new CellCount();
  for (const wire of wires) {
    for (const [name, token] of Object.entries(nobody)) {
      const client = open(wire, token);
      for (const { path, procedure } of procedures) {
        const answer = await codeOf(client, path);
        const isDue = metaOf(procedure).access !== 'anyone';
        const isRight = (answer === 'NOT_SIGNED_IN') === isDue;
        cells.note(`${name} ${path} over ${wire}: ${answer ?? 'answered'}`, isDue, isRight);
      }
    }
  }
  return cells;
}

class CellCount implements Cells {
  tried = 0;
  refusing = 0;
  readonly wrong: string[] = [];

  note(cell: string, isDue: boolean, isRight: boolean): void {
    this.tried += 1;
    if (isDue) this.refusing += 1;
    if (!isRight) this.wrong.push(cell);
  }
}

/** The refusal that a call with empty input meets; undefined when it is answered. */
async function codeOf(client: ServiceClient, path: string): Promise<string | undefined> {
  const [module = '', procedure = ''] = path.split('.');
  const stop = new AbortController();
  try {
    // Called by names that are known at run time alone.
    await (client as unknown as AnyClient)[module]?.[procedure]?.({}, { signal: stop.signal });
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    stop.abort();
  }
}

type AnyClient = Record<
  string,
  Record<string, (input: unknown, options?: { signal: AbortSignal }) => Promise<unknown>>
>;

function mayOf(procedure: AnyContractProcedure): string {
  const { access, acts } = metaOf(procedure);
  const who =
    access === 'anyone' || access === 'signedIn'
      ? [access]
      : presetRoles.filter((role) => presetPermissions[role].includes(access));
  return `${acts ? 'act' : 'ask'}  ${who.join(' ')}`;
}

function proceduresOf(
  level: object,
  path: readonly string[] = [],
): { path: string; procedure: AnyContractProcedure }[] {
  return Object.entries(level).flatMap(([key, value]: [string, object]) =>
    isContractProcedure(value)
      ? [{ path: [...path, key].join('.'), procedure: value }]
      : proceduresOf(value, [...path, key]),
  );
}

function pathsOf(level: object, path: readonly string[] = []): string[] {
  return Object.entries(level).flatMap(([key, value]: [string, object]) =>
    '~orpc' in value ? [[...path, key].join('.')] : pathsOf(value, [...path, key]),
  );
}
