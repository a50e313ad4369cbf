import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { guard } from '#host/api/guard.ts';
import { router } from '#host/api/router.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { startTestHost } from '#tests/support/host.ts';
import { serveAltered, unchecked, type Guard } from '#tests/support/trust/altered-server.ts';
import { chanceFrom, isFull, seedOfRun, tell, type Chance } from '#tests/support/trust/dose.ts';
import { Attack } from '#tests/support/trust/hostile/attack.ts';
import { dataVersionOf, openOffice, type Office } from '#tests/support/trust/hostile/office.ts';
import { watchLoop } from '#tests/support/trust/hostile/loop-watch.ts';
import { alteredPayload, type Payload } from '#tests/support/trust/hostile/payloads.ts';
import { rubbishPayload } from '#tests/support/trust/hostile/rubbish.ts';
import { targetsOf, validInput, type Target } from '#tests/support/trust/hostile/valid-inputs.ts';

/*
 * S2: every procedure of the contract is given inputs with one field made hostile, and bodies that are no input at all,
 * over both wires that take bodies. Nothing may fall over, nothing refused may leave a trace in the books, and what the
 * contract refuses must be refused.
 */

const targets = targetsOf();
const timesInAll = 20_000;
const timesWithoutInput = 40;
const timesPerProcedure = 1000;
const longestStallMs = 200;
const soundPerProcedure = 10;
const largestBodyBytes = 25_000_000;

describe('S2 random payloads', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  test('do nothing but be refused', async () => {
    const seed = seedOfRun();
    const chance = chanceFrom(seed);
    const attack = new Attack(office);
    let sending = Promise.resolve();
    for (const target of targets) {
      const sound = soundInputs(target, office, chance);
      for (let count = 0; count < timesFor(target) && office.isAlive(); count += 1) {
        // The next payload is made while the host looks at this one.
        const payload = payloadFor(target, chance.oneOf(sound), chance);
        await sending;
        sending = attack.send(target, payload);
      }
    }
    await sending;
    attack.close();
    const { longestStallMs: stalled, computedMs, unhandled, polluted } = await office.told();
    const { tried, effective, taken, findings, codes, slowest } = attack;
    tell('S2', {
      tried,
      effective,
      seed,
      taken,
      'longest stall ms': stalled,
      'host computed ms': computedMs,
      slowest: slowest.map(({ ms, what }) => `${what} ${ms} ms`).join('; '),
    });
    console.log([...codes].map(([code, count]) => `${code} ${count}`).join(', '));
    expect(findings.slice(0, 20), `${findings.length} findings, seed ${seed}`).toEqual([]);
    expect(unhandled).toEqual([]);
    expect(polluted).toEqual([]);
    expect(stalled).toBeLessThanOrEqual(longestStallMs);
    expect(effective).toBeGreaterThan(tried * 0.9);
  });

  test.each(['api', 'rpc'] as const)('a body over the limit is cut off, over %s', async (wire) => {
    const url = `${office.address}/${wire}/session/me`;
    for (const isAnnounced of [true, false]) {
      expect(['413', 'cut off']).toContain(await sendTooMuch(url, isAnnounced, office.token));
      // Of somebody without a session it is not read at all.
      expect(['401', 'cut off']).toContain(await sendTooMuch(url, isAnnounced, undefined));
    }
    expect((await fetch(`${office.address}/health`)).status).toBe(200);
    expect((await office.told()).unhandled).toEqual([]);
  });
});

describe('S2 controls', () => {
  const path = 'parts.create';
  // The host notes every failure for its supporters.
  beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

  test('a procedure that looks at no input is found', async () => {
    const altered = { ...router, parts: { ...router.parts, create: unchecked(router.parts.create) } };
    const { findings, tried, seed } = await attackAltered(path, altered, guard);
    tell('S2 control, unchecked', { tried, effective: findings.length, seed });
    expect(findings.some((finding) => finding.includes('though the contract refuses it'))).toBe(true);
  });

  test('a host that writes and refuses then is found', async () => {
    const { findings, tried, seed } = await attackAltered(path, router, writesAndRefuses);
    tell('S2 control, written', { tried, effective: findings.length, seed });
    expect(findings.some((finding) => finding.includes('something was written'))).toBe(true);
  });

  test('a stall is found', async () => {
    const loop = watchLoop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { user, system } = process.threadCpuUsage();
    const until = (user + system) / 1000 + longestStallMs * 1.2;
    for (;;) {
      const now = process.threadCpuUsage();
      if ((now.user + now.system) / 1000 > until) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    loop.stop();
    expect(loop.figures().longestStallMs).toBeGreaterThan(longestStallMs);
  });
});

/** Sends more than any body may hold. Whoever is cut off while still sending need not come to read the answer. */
function sendTooMuch(url: string, isAnnounced: boolean, token: string | undefined): Promise<string> {
  const length = largestBodyBytes + 1;
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(isAnnounced ? { 'content-length': length } : { 'transfer-encoding': 'chunked' }),
    };
    const call = request(url, { method: 'POST', headers }, (response) => {
      resolve(`${response.statusCode}`);
      response.resume();
    });
    call.once('error', () => resolve('cut off'));
    call.end(Buffer.alloc(length, ' '));
  });
}

/** Attacks one procedure of a host that lacks something. */
async function attackAltered(path: string, altered: Parameters<typeof serveAltered>[1], before: Guard) {
  const seed = seedOfRun();
  const chance = chanceFrom(seed);
  const host = await startTestHost();
  const server = await serveAltered(host.host.parts, altered, before);
  const token = await host.signIn('warehouse');
  const version = dataVersionOf(host.dataFolder);
  const attack = new Attack({ address: server.address, token, spareToken: token, dataVersion: version.now });
  const [target] = targets.filter((one) => one.path === path);
  if (!target) throw new Error(`${path} is in the contract`);
  for (let count = 0; count < 200; count += 1)
    await attack.send(target, payloadFor(target, validInput(target, chance, new Map()), chance));
  attack.close();
  version.close();
  await server.close();
  await host.close();
  return { findings: attack.findings, tried: attack.tried, seed };
}

const writesAndRefuses: Guard = async (call) => {
  try {
    return await guard(call);
  } catch (error) {
    const kept = { act: 'test.refused', subjectKind: 'test', subjectId: 'refused', after: {} };
    await call.context.parts.database.write(theProgram, (tx) => recordAudit(tx, kept));
    throw error;
  }
};

/** At least so many thousand in all; where no input is looked at, one payload is like another. */
function timesFor({ takesNothing }: Target): number {
  if (isFull) return timesPerProcedure;
  if (takesNothing) return timesWithoutInput;
  const looking = targets.filter((one) => !one.takesNothing);
  const left = timesInAll - (targets.length - looking.length) * timesWithoutInput;
  return Math.ceil(left / looking.length);
}

/** Inputs that the procedure takes: such as were taken before, and such as are made from its schema alone. */
function soundInputs(target: Target, { inputs, knownIds }: Office, chance: Chance): readonly unknown[] {
  const recorded = (inputs.get(target.path) ?? []).slice(0, soundPerProcedure / 2);
  const made = Array.from({ length: soundPerProcedure - recorded.length }, () =>
    validInput(target, chance, knownIds),
  );
  return [...recorded, ...made];
}

function payloadFor({ takesNothing }: Target, sound: unknown, chance: Chance): Payload {
  const input = anew(sound);
  return chance.percent(takesNothing ? 70 : 20)
    ? rubbishPayload(input, chance)
    : alteredPayload(input, chance);
}

/** The same wish as a new operation: the old one would be answered from memory. */
function anew(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'operationId' in input
    ? { ...input, operationId: newId() }
    : input;
}
