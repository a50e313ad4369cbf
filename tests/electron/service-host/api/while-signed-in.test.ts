import { afterEach, beforeEach, expect, test } from 'vitest';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';

const pageWires = ['port', 'http'] as const;
const over = { code: 'NOT_SIGNED_IN' };
let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
});
afterEach(() => host.close());

/** A feed that has begun, and the way to its next batch. */
async function watchAs(wire: (typeof pageWires)[number], token: string) {
  const feed = await host.client(wire, token).changes.watch(undefined);
  expect(await feed.next()).toMatchObject({ value: { changes: [] } });
  return feed;
}

test.each(pageWires)(
  'the change feed ends with the session when somebody signs out, over %s',
  async (wire) => {
    const [token, otherToken] = [await host.signIn('clerk'), await host.signIn('clerk')];
    const [feed, other] = [await watchAs(wire, token), await watchAs(wire, otherToken)];
    await host.client(wire, token).session.signOut();
    await expect(feed.next()).rejects.toMatchObject(over);
    // The other session of the same person goes on.
    expect(await other.next()).toMatchObject({ done: false, value: { changes: [{ kind: 'session' }] } });
  },
);

test.each(pageWires)(
  'and when they are set inactive, or get other roles or a new password, over %s',
  async (wire) => {
    const admin = host.client(wire, await host.signIn('admin'));
    const person = async () => {
      const found = (await admin.people.list()).find(({ signInName }) => signInName === 'finance');
      if (!found) throw new Error('there is somebody in finance');
      const { id, version, signInName, name } = found;
      return { operationId: operation(), id, version, signInName, name };
    };
    const isToldToNobody = async (change: () => Promise<unknown>) => {
      const feed = await watchAs(wire, await host.signIn('finance'));
      await change();
      await expect(feed.next()).rejects.toMatchObject(over);
    };
    await isToldToNobody(async () =>
      admin.people.edit({ ...(await person()), roles: ['clerk'], active: true }),
    );
    await isToldToNobody(async () => {
      const { operationId, id, version } = await person();
      return admin.people.resetPassword({ operationId, id, version, password: 'finance password' });
    });
    await isToldToNobody(async () =>
      admin.people.edit({ ...(await person()), roles: ['finance'], active: false }),
    );
  },
);

test('a session that ended by time hears of nothing more, and listening is no use of it', async () => {
  const feed = await watchAs('http', await host.signIn('clerk'));
  host.pass(11 * 3_600_000);
  await host.signIn('leader');
  await expect(feed.next()).rejects.toMatchObject(over);
});
