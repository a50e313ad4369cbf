import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { theProgram } from '#shared/domain/actor.ts';
import { sessionIdleMs } from '#host/modules/people/people.rules.ts';
import { sessions } from '#host/schema/people.tables.ts';
import { startTestHost, type TestHost } from '#tests/support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

test('a session that was over stays over, though the time it ended at is taken back', async () => {
  const token = await host.signIn('clerk');
  const me = () => host.client('http', token).session.me();
  expect(await me()).toMatchObject({ name: 'clerk' });
  host.pass(sessionIdleMs + 1);
  await expect(me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  // As in books that know of no later moment than the sign-in.
  const { database } = host.host.parts;
  const now = database.clock.now();
  await database.write(theProgram, (tx) => tx.db.update(sessions).set({ lastUsedAt: now, createdAt: now }));
  await expect(me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  const [ended] = await database.read(theProgram, (tx) =>
    tx.db.select().from(sessions).where(eq(sessions.lastUsedAt, now)),
  );
  expect(ended?.endedAt).toBe(now);
});

test('the clock put back dates nothing into the past, and nobody is signed out by it', async () => {
  const dayMs = 86_400_000;
  const warehouse = host.client('http', await host.signIn('warehouse'));
  expect(await warehouse.session.me()).toMatchObject({ name: 'warehouse' });
  const before = host.host.parts.database.clock.now();
  host.pass(-40 * dayMs);
  const { database } = host.host.parts;
  const today = await database.write(theProgram, async (tx) => tx.now);
  expect(today).toBeGreaterThanOrEqual(before);
  expect(await warehouse.session.me()).toMatchObject({ name: 'warehouse' });
  host.pass(40 * dayMs);
});
