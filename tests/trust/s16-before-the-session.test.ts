import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sessionContract } from '#shared/contract/people.contract.ts';
import { guard } from '#host/api/guard.ts';
import type { HttpServer } from '#host/api/over-http.ts';
import { router } from '#host/api/router.ts';
import { routesOf } from '#host/api/routes.ts';
import { useCheapHashes } from '#host/modules/people/passwords.ts';
import { sessionPerson } from '#host/modules/people/people.queries.ts';
import { signIn, signInsAtOnce } from '#host/modules/people/sessions.service.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { serveAltered } from '#tests/support/trust/altered-server.ts';
import { dose, tell } from '#tests/support/trust/dose.ts';
import { askedFields } from '#tests/support/trust/typed-secrets.ts';
import { openIdleLines, send, slowJson, type Met } from '#tests/support/trust/strangers-attack.ts';
import { wireClient } from '#tests/support/trust/wire.ts';

/*
 * S16: whoever has no session can send long bodies and headers, hold connections open, and sign in a hundred times at once;
 * the others go on working, and an honest sign-in gets in. What is counted is what the host did, not how long it took.
 */

const idleLines = dose(40, 200);
const longBodies = dose(3, 6);
const signInsTogether = dose(100, 1000);
const longBytes = 25_000_000;
const strangersAtMost = 32;
/** Takes long enough that all the others arrive meanwhile. */
const hashCost = 2 ** 14;

let host: TestHost;
let altered: HttpServer;
let longestRead: number;
beforeEach(async () => {
  host = await startTestHost({ realClock: true });
  altered = await serveAltered(host.host.parts, withoutGate(), guard);
  longestRead = 0;
  const parse = JSON.parse;
  vi.spyOn(JSON, 'parse').mockImplementation((text: string, reviver) => {
    longestRead = Math.max(longestRead, text.length);
    return parse(text, reviver) as unknown;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  useCheapHashes();
  await altered.close();
  await host.close();
});

test('S16 long bodies of strangers are not read, whatever procedure they are for', async () => {
  const { read, met, acts } = await sendLongBodies(host.address, longBodies, longBytes);
  tell('S16 bodies', { tried: longBodies, effective: met.length, seed: 0, 'acts of others': acts });
  expect(met).toEqual(met.map(() => ({ status: 401, code: 'NOT_SIGNED_IN' })));
  expect(read).toBeLessThan(100_000);
});

test('S16 control: a host that reads before it asks who sends is found', async () => {
  const size = longBytes / 10;
  const { read } = await sendLongBodies(altered.address, 1, size);
  tell('S16 control, bodies', { tried: 1, effective: read >= size ? 1 : 0, seed: 0 });
  expect(read).toBeGreaterThanOrEqual(size);
});

test('S16 no procedure reads a body of 65 kB of somebody without a session', async () => {
  const body = slowJson(65_000);
  const procedures = askedFields().map(({ procedure }) => procedure.replace('.', '/'));
  const met: Met[] = [];
  for (const path of procedures)
    for (const headers of [{}, { authorization: `Bearer ${'A'.repeat(43)}` }])
      met.push(await send(host.address, path, body, headers));
  tell('S16 procedures', { tried: met.length, effective: met.length, seed: 0 });
  expect(new Set(met.map(({ code }) => code))).toEqual(new Set(['NOT_SIGNED_IN']));
  expect(longestRead).toBeLessThan(64_000);
});

test('S16 connections that say nothing make room, and those who work are not sent away', async () => {
  const clerk = await workAs(host.address);
  const feed = await clerk.client.changes.watch(undefined);
  await feed.next();
  const lines = await openIdleLines(host.address, idleLines);
  const acts = await clerk.work();
  await vi.waitFor(() => expect(lines.closed()).toBeGreaterThanOrEqual(idleLines - strangersAtMost), 10_000);
  tell('S16 idle', { tried: idleLines, effective: lines.closed(), seed: 0, 'acts of others': acts });
  await clerk.client.session.setPin({ operationId: operation(), password: 'clerk password', pin: '4711' });
  expect(await feed.next()).toMatchObject({ done: false, value: { changes: [{ kind: 'person' }] } });
  await feed.return?.();
  lines.close();
});

test('S16 control: a host without that keeps all of them', async () => {
  const clerk = await workAs(altered.address);
  const lines = await openIdleLines(altered.address, idleLines);
  await clerk.work();
  tell('S16 control, idle', { tried: idleLines, effective: idleLines - lines.closed(), seed: 0 });
  expect(lines.closed()).toBe(0);
  lines.close();
});

test('S16 headers that are too long are not read', async () => {
  const long = { authorization: `Bearer ${'A'.repeat(40_000)}` };
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`x-${at}`, 'aaaaaaaa']));
  const clerk = await workAs(host.address);
  const met = await Promise.all(
    [long, many].map((headers) => send(host.address, 'session/me', '{}', headers)),
  );
  tell('S16 headers', {
    tried: met.length,
    effective: met.length,
    seed: 0,
    'acts of others': await clerk.work(),
  });
  for (const { status } of met) expect([431, 0]).toContain(status);
});

test('S16 of sign-ins at once a few are looked at, and an honest one gets in', async () => {
  const { met, honestTries, acts } = await signInTogether(host.address, signInsTogether);
  const count = (code: string) => met.filter((one) => one.code === code).length;
  const facts = { 'honest tries': honestTries, 'acts of others': acts, busy: count('SIGN_IN_BUSY') };
  tell('S16 sign-ins', {
    tried: met.length,
    effective: met.length - count('SIGN_IN_REFUSED'),
    seed: 0,
    ...facts,
  });
  const told = count('SIGN_IN_BUSY') + count('SIGN_IN_REFUSED') + count('CUT_OFF');
  expect(told).toBe(signInsTogether);
  expect(count('SIGN_IN_BUSY')).toBeGreaterThan(0);
  // Those that are looked at while others wait, and some that come when these are done.
  expect(count('SIGN_IN_REFUSED')).toBeLessThan(signInsTogether / 2 + signInsAtOnce);
});

test('S16 control: without a gate every one of them is looked at', async () => {
  const { met } = await signInTogether(altered.address, 3 * signInsAtOnce);
  const looked = met.filter(({ code }) => code === 'SIGN_IN_REFUSED').length;
  tell('S16 control, sign-ins', { tried: met.length, effective: looked, seed: 0 });
  expect(looked).toBe(3 * signInsAtOnce);
});

/** Somebody who is signed in, and the acts of a while. */
async function workAs(address: string) {
  const client = wireClient(address, await host.signIn('clerk'));
  const actsOfAWhile = 20;
  const work = async () => {
    for (let count = 0; count < actsOfAWhile; count += 1) await client.settings.firm();
    return actsOfAWhile;
  };
  await client.session.me();
  return { client, work };
}

async function sendLongBodies(address: string, count: number, sizeBytes: number) {
  const clerk = await workAs(address);
  const body = slowJson(sizeBytes);
  longestRead = 0;
  const paths = ['session/signIn', 'contacts/record', 'session/setUp'];
  const sending = Array.from({ length: count }, (_, at) => send(address, paths[at % 3] ?? '', body));
  const acts = await clerk.work();
  const met = await Promise.all(sending);
  return { met, acts, read: longestRead };
}

async function signInTogether(address: string, count: number) {
  const clerk = await workAs(address);
  useCheapHashes(hashCost);
  const attempt = (name: string) =>
    JSON.stringify({ json: { signInName: name, password: 'a wrong one', device: 'attack' } });
  const sending = Array.from({ length: count }, (_, at) =>
    send(address, 'session/signIn', attempt(`nobody-${at}`)),
  );
  const honest = JSON.stringify({
    json: { signInName: 'leader', password: 'leader password', device: 'honest' },
  });
  let honestTries = 0;
  let answer: Met = { status: 0, code: '' };
  while (answer.status !== 200 && honestTries < 1000) {
    honestTries += 1;
    answer = await send(address, 'session/signIn', honest);
  }
  expect(answer.status).toBe(200);
  return { met: await Promise.all(sending), honestTries, acts: await clerk.work() };
}

/** The procedures of the program, but for the gate before the sign-in. */
function withoutGate() {
  const at = routesOf(sessionContract);
  const open = at.signIn.handler(async ({ context, input }) => {
    const told = { signInBy: 'password', device: input.device } as const;
    const { token, personId } = await signIn(context.parts.database, input, input.password, told);
    return { token, person: await context.read((tx) => sessionPerson(tx, personId)) };
  });
  return { ...router, session: { ...router.session, signIn: open } };
}
