import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operation, startTestHost, wires, type TestHost } from '#tests/support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(async () => {
  await host.close();
});

describe.each(wires)('over %s', (wire) => {
  test('a question is answered', async () => {
    const client = host.client(wire, await host.signIn('admin'));
    expect(await client.session.me()).toMatchObject({ signInName: 'admin', roles: ['admin'] });
  });

  test('without a session nothing is answered but what anyone may ask', async () => {
    await expect(host.client(wire).people.list()).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
      status: 401,
    });
    expect(await host.client(wire).session.status()).toMatchObject({ setUp: true, engine: 'sqlite' });
  });

  test('a refusal has its code, its facts, and a sentence in the language asked for', async () => {
    const token = await host.signIn('clerk');
    const input = {
      operationId: operation(),
      signInName: 'x',
      name: 'x',
      roles: ['clerk' as const],
      active: true,
      password: '12345678',
    };
    const chinese = host.client(wire, token, 'zh-CN').people.create(input);
    await expect(chinese).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
      status: 403,
      data: { permission: 'people.edit' },
      message: /您没有这项权限/,
    });
    const english = host.client(wire, token, 'en').people.create(input);
    await expect(english).rejects.toMatchObject({ code: 'NOT_PERMITTED', message: /You may not do this/ });
  });

  test('bad input is told field by field and changes nothing', async () => {
    const client = host.client(wire, await host.signIn('admin'));
    const before = await client.people.list();
    const input = {
      operationId: operation(),
      signInName: '',
      name: 'a\u0000b',
      roles: [],
      active: true,
      password: 'short',
    };
    await expect(client.people.create(input)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: {
        issues: expect.arrayContaining([
          expect.objectContaining({ path: 'signInName', code: 'required' }),
          expect.objectContaining({ path: 'name', code: 'unwantedCharacters' }),
        ]),
      },
    });
    expect(await client.people.list()).toEqual(before);
  });

  test('an act sent twice happens once and answers the same; its id serves for nothing else', async () => {
    const client = host.client(wire, await host.signIn('admin'));
    const input = {
      operationId: operation(),
      signInName: `twice-${wire}`,
      name: '㛃𠮷䶮',
      roles: ['clerk' as const],
      active: true,
      password: 'long enough',
    };
    const first = await client.people.create(input);
    expect(await client.people.create(input)).toEqual(first);
    await expect(client.people.create({ ...input, name: 'other' })).rejects.toMatchObject({
      code: 'OPERATION_ID_REUSED',
    });
    expect(
      (await client.people.list()).filter((person) => person.signInName === input.signInName),
    ).toMatchObject([{ name: '㛃𠮷䶮' }]);
  });

  test('who saves second is told who saved first, and what it says now', async () => {
    const client = host.client(wire, await host.signIn('admin'));
    const person = { signInName: `edited-${wire}`, name: 'one', roles: ['clerk' as const], active: true };
    const { id } = await client.people.create({
      operationId: operation(),
      ...person,
      password: 'long enough',
    });
    await client.people.edit({ operationId: operation(), id, version: 1, ...person, name: 'two' });
    await expect(
      client.people.edit({ operationId: operation(), id, version: 1, ...person, name: 'three' }),
    ).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { by: 'admin', current: { name: 'two', version: 2 } },
    });
  });
});

describe.each(['port', 'http'] as const)('over %s', (wire) => {
  test('the change feed tells what a commit changed', async () => {
    const client = host.client(wire, await host.signIn('admin'));
    const stop = new AbortController();
    const feed = await client.changes.watch(undefined, { signal: stop.signal });
    expect(await feed.next()).toMatchObject({ value: { changes: [] } });
    const { id } = await client.people.create({
      operationId: operation(),
      signInName: `fed-${wire}`,
      name: 'fed',
      roles: ['clerk'],
      active: true,
      password: 'long enough',
    });
    expect(await feed.next()).toMatchObject({ value: { changes: [{ kind: 'person', id }] } });
    stop.abort();
  });
});

test('the description of the interface names every procedure of the contract', async () => {
  const document = (await (await fetch(`${host.address}/api/openapi.json`)).json()) as {
    paths: Record<string, unknown>;
  };
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/session/signIn',
      '/people/create',
      '/stock/postReceipt',
      '/requisitions/issue',
      '/reports/sign',
    ]),
  );
});

test('a page of another site, or under another name, is not served', async () => {
  const call = (headers: Record<string, string>) =>
    fetch(`${host.address}/rpc/session/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    });
  expect((await call({ origin: 'https://example.com' })).status).toBe(403);
  expect((await call({ origin: host.address })).status).toBe(200);
});
