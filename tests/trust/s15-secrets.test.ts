import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { presetRoles } from '#shared/domain/roles.ts';
import type { Engine } from '#host/database/database.ts';
import type { DatabaseLocation } from '#host/database/open-database.ts';
import { startHost } from '#host/host.ts';
import { log } from '#host/log.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { onceOnly } from '#host/desks/operations/operations.service.ts';
import { useCheapHashes } from '#host/modules/people/passwords.ts';
import { freshPostgresDatabase } from '#tests/support/postgres.ts';
import { chanceFrom, dose, operation, seedOfRun, tell } from '#tests/support/trust/dose.ts';
import { targetsOf, validInput } from '#tests/support/trust/hostile/valid-inputs.ts';
import { openRaw } from '#tests/support/trust/raw-books.ts';
import { askedFields, found, soundsSecret, TypedSecrets } from '#tests/support/trust/typed-secrets.ts';
import { wireClient } from '#tests/support/trust/wire.ts';

/*
 * S15: what a person types as a password or PIN is nowhere afterwards, nor anything quickly made of it: not in the file or
 * its log, the tables of either engine, the trail, the operations, the log of the host, its answers. Which fields are
 * secret, the contract says; that none is forgotten, their names say.
 */

const engines = ['sqlite', 'postgres'] as const;
const roundsPerProcedure = dose(6, 200);
const device = 'test';
const anyPassword = 'long enough, and no PIN';

let folder: string;
let logged: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 's15-'));
  logged = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('S15 the hash that is kept of a secret is the slow one', async () => {
  // As it is loaded: another file of this worker may have made hashes cheap.
  vi.resetModules();
  const { hashPassword } = await import('#host/modules/people/passwords.ts');
  expect(await hashPassword('any')).toMatch(/^scrypt\$131072\$/);
});

test('S15 whatever sounds like a secret is marked as one in the contract', () => {
  const all = askedFields().flatMap(({ procedure, fields }) => fields.map((one) => ({ procedure, ...one })));
  const unmarked = all.filter((one) => soundsSecret(one) && !one.isSecret);
  const secret = all.filter((one) => one.isSecret);
  tell('S15 fields', { tried: all.length, effective: secret.length, seed: 0 });
  expect(unmarked.map(({ procedure, path }) => `${procedure}: ${path.join('.')}`)).toEqual([]);
  expect(secret.length).toBeGreaterThanOrEqual(9);
});

test.each(engines)('S15 nothing of what was typed is kept anywhere, on %s', async (engine) => {
  const office = await openOffice(engine);
  await typeAll(office);
  const { seed, typed, tried } = office;
  const remembered = await office.remembered();
  const findings = await office.look();
  tell(`S15 ${engine}`, { tried, effective: remembered, seed, secrets: typed.count, found: findings.length });
  expect(findings, `seed ${seed}`).toEqual([]);
  // Otherwise nothing would have been there that could hold anything.
  expect(remembered).toBeGreaterThanOrEqual(5);
  await office.close();
});

test('S15 control: an operation remembered by its whole input is found, and so are a careless trail and log', async () => {
  const office = await openOffice('sqlite');
  const { typed, seed } = office;
  const { database } = office.parts;
  const careless = Array.from({ length: 8 }, () => ({
    operationId: operation(),
    password: typed.password(),
  }));
  for (const input of careless)
    await database.write(theProgram, (tx) =>
      onceOnly(
        tx,
        { id: typed.sent(input).operationId, procedure: 'test.careless', input },
        async () => ({}),
      ),
    );
  const byHash = await office.look();
  const [one, other] = [typed.pin(), typed.password()];
  const kept = { act: 'test.careless', subjectKind: 'test', subjectId: 'x', after: { pin: one } };
  await database.write(theProgram, (tx) => recordAudit(tx, kept));
  log.info('careless', { other });
  const all = await office.look();
  tell('S15 control', { tried: careless.length + 2, effective: all.length, seed });
  for (const { operationId } of careless)
    expect(byHash.some((finding) => finding.includes(operationId))).toBe(true);
  expect(all.filter((finding) => finding.includes(`the secret itself, ${one}`))).not.toEqual([]);
  expect(all.filter((finding) => finding.startsWith('log') && finding.includes(other))).not.toEqual([]);
  await office.close();
});

type Office = Awaited<ReturnType<typeof openOffice>>;

/** Empty books, served, and the way to look for traces in all that lies around. */
async function openOffice(engine: Engine) {
  useCheapHashes();
  const seed = seedOfRun();
  const chance = chanceFrom(seed);
  const typed = new TypedSecrets(chance);
  const postgres = engine === 'postgres' ? await freshPostgresDatabase() : undefined;
  const host = await startHost({ dataFolder: folder, postgresUrl: postgres?.url });
  const server = await host.serveHttp({ port: 0 });
  const location: DatabaseLocation = postgres
    ? { engine: 'postgres', url: postgres.url }
    : { engine: 'sqlite', file: join(folder, 'shouhou.db') };
  const answers: string[] = [];
  const rows = async () => {
    const raw = await openRaw(location);
    const tables = [...(await raw.fingerprint())].map(([name, text]) => [`table ${name}`, text] as const);
    await raw.close();
    return tables;
  };
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [`file ${entry.name}`, readFileSync(join(entry.parentPath, entry.name))] as const);
  return {
    seed,
    chance,
    typed,
    parts: host.parts,
    address: server.address,
    tried: 0,
    client: (token?: string) => wireClient(server.address, token),
    answers,
    /** How many acts with a secret in their input are remembered. */
    remembered: async () => {
      const raw = await openRaw(location);
      const done = await raw.run('SELECT procedure FROM operations');
      await raw.close();
      const withSecrets = new Set(secretAsks().map(({ procedure }) => procedure));
      return done.filter(({ procedure }) => withSecrets.has(String(procedure))).length;
    },
    look: async () => {
      const traces = typed.traces();
      const texts = [...(await rows()), ['log', logged.join('')], ['answers', answers.join('\n')]] as const;
      const places = [...texts.map(([name, text]) => [name, Buffer.from(text)] as const), ...files()];
      return places.flatMap(([name, bytes]) => found(traces, name, bytes));
    },
    close: async () => {
      await server.close();
      await host.close();
      await postgres?.drop();
    },
  };
}

function secretAsks() {
  return askedFields().filter(({ fields }) => fields.some((one) => one.isSecret));
}

/** Types secrets as people do, right and wrong; then into every field for one, whatever comes of it. */
async function typeAll(office: Office): Promise<void> {
  const { typed, client } = office;
  const [first, second, third, fourth, fifth] = Array.from({ length: 5 }, () => typed.password());
  const [pin, otherPin] = [typed.pin(), typed.pin()];
  const person = { name: '王晓梅', roles: [...presetRoles], active: true };
  const signIn = async (signInName: string, password = '') =>
    client((await client().session.signIn(typed.sent({ signInName, password, device }))).token);
  /** The same act once more, and once with another secret, which is another act. */
  const act = async <Input extends object, Result>(
    input: Input,
    other: Partial<Input>,
    send: (input: Input & { operationId: string }) => Promise<Result>,
  ): Promise<Result> => {
    const whole = typed.sent({ operationId: operation(), ...input });
    const result = await send(whole);
    await refused(office, send(whole));
    await refused(office, send(typed.sent({ ...whole, ...other })));
    return result;
  };
  const firm = { name: '售后服务站', department: '', telephone: '', address: '' };
  const boss = { signInName: 'boss', name: '陈主任', password: first ?? '' };
  await act({ firm, admin: boss }, { admin: { ...boss, password: typed.password() } }, (input) =>
    client().session.setUp(input),
  );
  await refused(office, signIn('boss', typed.password()));
  await refused(office, signIn(typed.password(), first));
  const admin = await signIn('boss', first);
  const made = await act(
    { ...person, signInName: 'own', password: second ?? '' },
    { password: typed.password() },
    (input) => admin.people.create(input),
  );
  await act({ ...made, password: third ?? '' }, { password: typed.password() }, (input) =>
    admin.people.resetPassword(input),
  );
  const own = await signIn('own', third);
  await act({ password: third ?? '', pin }, { pin: otherPin }, (input) => own.session.setPin(input));
  await refused(
    office,
    admin.session.signInByPin(typed.sent({ personId: made.id, pin: typed.pin(), device })),
  );
  const { token } = await admin.session.signInByPin(typed.sent({ personId: made.id, pin, device }));
  const handed = client(token);
  await refused(
    office,
    handed.session.changePassword({
      operationId: operation(),
      current: typed.password(),
      next: fourth ?? '',
    }),
  );
  await act({ current: third ?? '', next: fourth ?? '' }, { next: typed.password() }, (input) =>
    handed.session.changePassword(input),
  );
  await refused(office, signIn('own', fifth));
  await typeIntoEveryField(office, await tokenOf(office, 'own', fourth ?? ''));
}

async function tokenOf({ client, typed }: Office, signInName: string, password: string): Promise<string> {
  return (await client().session.signIn(typed.sent({ signInName, password, device }))).token;
}

/** Inputs made from the schemas alone, so that a procedure that comes later is among them by itself. */
async function typeIntoEveryField(office: Office, token: string): Promise<void> {
  const { typed, chance, address } = office;
  const targets = targetsOf();
  for (const { procedure, fields } of secretAsks()) {
    const target = targets.find(({ path }) => path === procedure);
    if (!target) throw new Error(`${procedure} is in the contract`);
    for (let round = 0; round < roundsPerProcedure; round += 1) {
      const input = validInput(target, chance, new Map());
      for (const { path, schema, isSecret } of fields) {
        if (isSecret)
          put(input, path, schema.safeParse(anyPassword).success ? typed.password() : typed.pin());
      }
      const [wire, body] =
        round % 2 === 0
          ? (['rpc', { json: typed.sent(input) }] as const)
          : (['api', typed.sent(input)] as const);
      const response = await fetch(`${address}/${wire}/${procedure.replace('.', '/')}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(round % 3 === 0 ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      });
      office.answers.push(await response.text());
      office.tried += 1;
    }
  }
}

/** Puts a value where the input has a place for it; a list gets it in each of its items. */
function put(input: unknown, path: readonly string[], value: string): void {
  if (typeof input !== 'object' || input === null) return;
  if (Array.isArray(input)) return input.forEach((item) => put(item, path, value));
  const [key = '', ...rest] = path;
  if (rest.length > 0) put(Reflect.get(input, key), rest, value);
  else Reflect.set(input, key, value);
}

/** What comes of it is no matter, but what is said is looked through. */
async function refused(office: Office, call: Promise<unknown>): Promise<void> {
  office.tried += 1;
  await call.then(
    // A client is a function that answers to every name.
    (answer) => void (typeof answer === 'object' && office.answers.push(JSON.stringify(answer))),
    (error: unknown) => office.answers.push(`${String(error)} ${JSON.stringify(error)}`),
  );
}
