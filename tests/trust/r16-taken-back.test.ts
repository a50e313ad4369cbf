import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { present } from '#shared/domain/assert.ts';
import type { Engine } from '#host/database/database.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
import { plainPart } from '#tests/support/plain-records.ts';
import { startTestHost, type TestHost } from '#tests/support/host.ts';
import { testStart } from '#tests/support/books.ts';
import { chanceFrom, dose, operation, seedOfRun, tell, type Chance } from '#tests/support/trust/dose.ts';
import { brokenInvariants } from '#tests/support/trust/invariants.ts';
import { openRaw } from '#tests/support/trust/raw-books.ts';
import type { ShopPerson } from '#tests/support/trust/shop.ts';
import { playStory } from '#tests/support/trust/story.ts';
import { wireClient } from '#tests/support/trust/wire.ts';

const tiny = { size: { parts: 60, customers: 8, units: 16, callsPerDay: 1 }, months: 1 };
const password = 'shouhou-desk';

describe.each([
  ['sqlite', dose(5, 200)],
  ['postgres', dose(3, 100)],
] as const)('R16 the sample is taken back, on %s', (engine, steps) => {
  test('real work stays as it was, byte for byte, however it is mixed with the sample', async () => {
    const seed = seedOfRun();
    const chance = chanceFrom(seed);
    const office = await openMixedOffice(engine, chance);
    let removed = 0;
    let real = 0;
    await office.realWork('S0');
    for (let step = 1; step <= steps; step += 1) {
      // Once each way at least, then as it comes.
      if (step === 1 || (step > 2 && chance.percent(40))) {
        real += 1;
        await office.workInSample();
        // Real work goes on while the sample is removed, and is all there afterwards.
        const [before] = await Promise.all([
          office.audit(),
          office.realWork(`S${step}`),
          office.removeSample(),
        ]);
        const after = await office.audit();
        expect(after.slice(0, before.length), `seed ${seed}`).toEqual(before);
        expect(after.length, `seed ${seed}`).toBeGreaterThan(before.length);
        continue;
      }
      const before = await office.everythingReal();
      await office.workInSample();
      expect(await office.everythingReal(), `seed ${seed}`).toEqual(before);
      await office.removeSample();
      expect(await office.everythingReal(), `seed ${seed}`).toEqual(before);
      removed += 1;
    }
    tell(`R16 sample ${engine}`, { tried: steps, effective: removed, seed, real });
    expect(readdirSync(office.host.dataFolder).filter((name) => name.startsWith('sample'))).toEqual([]);
    expect(await brokenInvariants(office.host.host.parts.database)).toEqual([]);
    expect(await verifyAudit(office.host.host.parts.database, {})).toMatchObject({ whole: true });
    await office.host.close();
  });
});

test('R16 control: one row or one byte of real work that goes with the sample is noticed', async () => {
  const seed = seedOfRun();
  const office = await openMixedOffice('sqlite', chanceFrom(seed));
  await office.realWork('S0');
  const before = await office.everythingReal();
  const raw = await openRaw(office.host.location);
  const meddlings: readonly (() => unknown)[] = [
    () => raw.run(`DELETE FROM audit_entries WHERE sequence = (SELECT max(sequence) FROM audit_entries)`),
    () => raw.run(`UPDATE people SET version = version + 1 WHERE sign_in_name = 'admin'`),
    () => {
      const [file] = filesIn(join(office.host.dataFolder, 'attachments')).keys();
      writeFileSync(join(office.host.dataFolder, 'attachments', present(file, 'an attachment')), '…');
    },
  ];
  let noticed = 0;
  let last = before;
  for (const meddle of meddlings) {
    await meddle();
    const now = await office.everythingReal();
    if (JSON.stringify([...now]) !== JSON.stringify([...last])) noticed += 1;
    last = now;
  }
  tell('R16 sample control', { tried: meddlings.length, effective: noticed, seed });
  expect(noticed).toBe(meddlings.length);
  await raw.close();
  await office.host.close();
});

/** A host whose real books and sample are worked in by turns. */
async function openMixedOffice(engine: Engine, chance: Chance) {
  const host = await startTestHost({ engine });
  mkdirSync(join(host.dataFolder, 'attachments'), { recursive: true });
  const tokens = new Map<ShopPerson, string>();
  for (const who of ['clerk', 'warehouse', 'technician', 'leader', 'admin'] as const)
    tokens.set(who, await host.signIn(who));
  const client = (who: ShopPerson) => wireClient(host.address, tokens.get(who));
  return {
    host,
    realWork: async (mark: string) => {
      await playStory({
        mark,
        day: '2026-11-01',
        now: testStart,
        ask: (who, question) => question(client(who)),
        play: (_, who, call) => call(client(who), operation()),
      });
      await attach(client('clerk'), chance);
    },
    workInSample: async () => {
      const { sampleOffice } = host.host.parts;
      if (!sampleOffice.exists) await sampleOffice.loading(tiny)(() => Promise.resolve());
      for (let acts = chance.between(1, 6); acts > 0; acts -= 1) await actInSample(host, chance);
    },
    removeSample: async () => {
      if (!host.host.parts.sampleOffice.exists) return;
      const by = chance.percent(50) ? client('admin') : await signedInSample(host, 'admin');
      await by.sample.remove({ operationId: operation(), confirm: 'REMOVE SAMPLE' });
    },
    audit: async () => {
      const raw = await openRaw(host.location);
      const rows = await raw.run('SELECT * FROM audit_entries ORDER BY sequence');
      await raw.close();
      return rows;
    },
    /** Every row of every table and every byte of every attachment of the real books. */
    everythingReal: async () => {
      const raw = await openRaw(host.location);
      const prints = new Map(await raw.fingerprint());
      await raw.close();
      for (const [name, bytes] of filesIn(join(host.dataFolder, 'attachments'))) prints.set(name, bytes);
      return prints;
    },
  };
}

/** What somebody who tries the sample out does: above all, what took real work with it once. */
async function actInSample(host: TestHost, chance: Chance): Promise<void> {
  const admin = await signedInSample(host, 'admin');
  const clerk = await signedInSample(host, 'wangxm');
  const suffix = operation().slice(-8);
  const acts: readonly (() => Promise<unknown>)[] = [
    () =>
      admin.people.create({
        operationId: operation(),
        signInName: `clerk-${suffix}`,
        name: '试用的人',
        roles: ['clerk'],
        active: true,
        password: 'long enough',
      }),
    async () => {
      const finance = (await admin.people.list()).find(({ signInName }) => signInName === 'tangcw');
      const person = present(finance, 'somebody of the sample');
      return admin.people.resetPassword({
        operationId: operation(),
        id: person.id,
        version: person.version,
        password: 'another one',
      });
    },
    async () => {
      const keeper = await signedInSample(host, 'zhaogang');
      return keeper.parts.create({ operationId: operation(), ...plainPart, number: `T-${suffix}` });
    },
    () => attach(clerk, chance),
  ];
  await chance.oneOf(acts)();
}

async function attach(client: ServiceClient, chance: Chance): Promise<void> {
  const page = { filter: {}, sort: { by: 'openedAt', descending: true }, limit: 5 } as const;
  const { rows } = await client.cases.list(page);
  const text = `%PDF-1.4 ${chance.next()}`;
  await client.attachments.add({
    operationId: operation(),
    subjectKind: 'case',
    subjectId: chance.oneOf(rows).id,
    purpose: 'other',
    file: new File([text], 'note.pdf', { type: 'application/pdf' }),
  });
}

async function signedInSample(host: TestHost, signInName: string): Promise<ServiceClient> {
  const nobody = wireClient(host.address, undefined, undefined, 'sample');
  const { token } = await nobody.session.signIn({ signInName, password, device: 'trust' });
  return wireClient(host.address, token, undefined, 'sample');
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'base64')]),
  );
}
