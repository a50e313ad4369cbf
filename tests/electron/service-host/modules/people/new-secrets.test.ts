import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

const signIn = async (signInName: string, password: string) => {
  const { token } = await host.client('http').session.signIn({ signInName, password, device: 'test' });
  return host.client('http', token);
};

test('a weak password or PIN is refused wherever one is set, and its owner is not counted as guessing', async () => {
  const admin = await signIn('admin', 'admin password');
  const weak = { code: 'PASSWORD_TOO_WEAK', status: 422 };
  const person = { signInName: 'zhaogang', name: '赵刚', roles: ['warehouse' as const], active: true };
  for (const password of ['12345678', '        ', '11111111', 'zhaogang', 'zhaogang12'])
    await expect(
      admin.people.create({ operationId: operation(), ...person, password }),
      password,
    ).rejects.toMatchObject(weak);
  const made = await admin.people.create({
    operationId: operation(),
    ...person,
    password: '仓库的第三号门边',
  });
  const reset = { operationId: operation(), ...made, password: 'ZhaoGang12' };
  await expect(admin.people.resetPassword(reset)).rejects.toMatchObject(weak);
  const own = await signIn('zhaogang', '仓库的第三号门边');
  for (let tries = 0; tries < 4; tries += 1) {
    const change = { operationId: operation(), current: '仓库的第三号门边', next: 'zhaogang12' };
    await expect(own.session.changePassword(change)).rejects.toMatchObject(weak);
    const pin = { operationId: operation(), password: '仓库的第三号门边', pin: '1234' };
    await expect(own.session.setPin(pin)).rejects.toMatchObject({ code: 'PIN_TOO_WEAK', status: 422 });
  }
  await own.session.setPin({ operationId: operation(), password: '仓库的第三号门边', pin: '4711' });
});

test('a new password takes the PIN away, whoever sets it', async () => {
  const admin = await signIn('admin', 'admin password');
  const pinOf = async (signInName: string) => {
    const { id } = (await admin.people.list()).find((one) => one.signInName === signInName) ?? { id: '' };
    const found = (await admin.session.colleagues()).find(({ personId }) => personId === id);
    return found?.hasPin;
  };
  const clerk = await signIn('clerk', 'clerk password');
  await clerk.session.setPin({ operationId: operation(), password: 'clerk password', pin: '4711' });
  expect(await pinOf('clerk')).toBe(true);
  const change = { operationId: operation(), current: 'clerk password', next: 'another clerk' };
  await clerk.session.changePassword(change);
  expect(await pinOf('clerk')).toBe(false);

  const again = await signIn('clerk', 'another clerk');
  await again.session.setPin({ operationId: operation(), password: 'another clerk', pin: '4711' });
  const { id, version } = (await admin.people.list()).find((one) => one.signInName === 'clerk') ?? {};
  if (id === undefined || version === undefined) throw new Error('there is a clerk');
  const reset = { operationId: operation(), id, version, password: 'a third clerk' };
  await admin.people.resetPassword(reset);
  expect(await pinOf('clerk')).toBe(false);
});
