import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { startHost, type Host } from '#host/host.ts';
import { settings } from '#host/schema/settings.tables.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { wireClient } from '#tests/support/trust/wire.ts';

const tiny = { size: { parts: 60, customers: 8, units: 16, callsPerDay: 1 }, months: 1 };
const unhurried = () => Promise.resolve();
const samplePassword = 'shouhou-desk';
const confirm = 'REMOVE SAMPLE';

describe('the sample beside real books', () => {
  let office: TestHost;
  beforeAll(async () => {
    office = await startTestHost();
    await office.host.parts.sampleOffice.loading(tiny)(unhurried);
  }, 120_000);
  afterAll(() => office.close());
  const sample = (token?: string) => wireClient(office.address, token, undefined, 'sample');
  const real = (token?: string) => wireClient(office.address, token);
  const inSample = async (signInName: string) => {
    const device = 'test';
    return (await sample().session.signIn({ signInName, password: samplePassword, device })).token;
  };

  test('nobody of the real books is somebody in the sample, nor the other way round', async () => {
    const ofSample = await inSample('wangxm');
    const ofReal = await office.signIn('clerk');
    await expect(real(ofSample).session.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(sample(ofReal).session.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await sample(ofSample).session.me()).toMatchObject({ name: '王晓梅' });
    expect((await sample(ofSample).session.status()).firmName).toContain('示例');
  });

  test('books that do not exist are refused, and never taken for the real ones', async () => {
    const said = await fetch(`${office.address}/api/session/status`, {
      method: 'POST',
      headers: { 'Shouhou-Books': 'smaple' },
    });
    expect(said.status).toBe(400);
    expect(await said.json()).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('both are told apart by what each says of the sample', async () => {
    expect(await real().sample.status()).toEqual({
      isHere: false,
      exists: true,
      mayLoad: false,
      isMixedIn: false,
    });
    expect(await sample().sample.status()).toMatchObject({ isHere: true, exists: true });
  });

  test('it is not loaded a second time, and not by those who may not manage it', async () => {
    const load = { operationId: operation(), size: 'small' } as const;
    await expect(real().sample.load(load)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const admin = real(await office.signIn('admin'));
    await expect(admin.sample.load(load)).rejects.toMatchObject({ code: 'SAMPLE_EXISTS' });
    const clerk = real(await office.signIn('clerk'));
    await expect(clerk.sample.remove({ operationId: operation(), confirm })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  test('removed from inside it is gone with its folder and its windows, and a new one can be loaded', async () => {
    const admin = sample(await inSample('admin'));
    const watched = await admin.changes.watch();
    await watched.next();
    const ended = watched.next();
    await admin.sample.remove({ operationId: operation(), confirm });
    expect((await ended).done).toBe(true);
    expect(readdirSync(office.dataFolder).filter((name) => name.startsWith('sample'))).toEqual([]);
    await expect(admin.session.me()).rejects.toMatchObject({ code: 'NO_SAMPLE', status: 404 });
    const ofReal = real(await office.signIn('admin'));
    expect(await ofReal.sample.status()).toMatchObject({ exists: false, mayLoad: true });
    await office.host.parts.sampleOffice.loading(tiny)(unhurried);
    expect(await ofReal.sample.status()).toMatchObject({ exists: true });
  }, 120_000);
});

describe('the sample of an office that is not set up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-office-'));
  let host: Host;
  let address = '';
  beforeAll(async () => {
    host = await startHost({ dataFolder: folder });
    address = (await host.serveHttp({ port: 0 })).address;
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('anybody loads it, a call sent twice loads once, and one that is cancelled leaves nothing', async () => {
    const nobody = wireClient(address, undefined);
    const load = { operationId: operation(), size: 'small' } as const;
    const { workId } = await nobody.sample.load(load);
    expect(await nobody.sample.load(load)).toEqual({ workId });
    await expect(nobody.sample.load({ ...load, operationId: operation() })).rejects.toMatchObject({
      code: 'SAMPLE_EXISTS',
    });
    await nobody.work.cancel({ operationId: operation(), id: workId });
    const states: string[] = [];
    for await (const { state } of await nobody.work.watch({ id: workId })) states.push(state);
    expect(states.at(-1)).toBe('cancelled');
    expect(await nobody.sample.status()).toMatchObject({ exists: false, mayLoad: true });
    expect(existsSync(join(folder, 'sample'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('sample'))).toEqual([]);
    expect((await nobody.session.status()).setUp).toBe(false);
  }, 120_000);
});

test('a sample that an older version mixed into the books is not removed', async () => {
  const office = await startTestHost();
  try {
    await office.host.parts.database.write(theProgram, (tx) =>
      tx.db.insert(settings).values({ key: 'sample', value: { loadedAt: 0 }, version: 1 }),
    );
    const admin = wireClient(office.address, await office.signIn('admin'));
    expect(await admin.sample.status()).toMatchObject({ isMixedIn: true, exists: false });
    await expect(admin.sample.remove({ operationId: operation(), confirm })).rejects.toMatchObject({
      code: 'SAMPLE_MIXED_IN',
    });
    expect(await admin.people.list()).not.toEqual([]);
  } finally {
    await office.close();
  }
});
