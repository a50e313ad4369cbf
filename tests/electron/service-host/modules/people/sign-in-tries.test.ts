import { and, asc, eq, gt } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
import { hashPassword, useCheapHashes } from '#host/modules/people/passwords.ts';
import { people, sessions } from '#host/schema/people.tables.ts';
import { confirmOwnPassword, signIn } from '#host/modules/people/sessions.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { operation, startTestHost, wires } from '#tests/support/host.ts';

const minuteMs = 60_000;
const device = 'Windows Web';
const refused = { code: 'SIGN_IN_REFUSED' };
const delayed = { code: 'SIGN_IN_DELAYED' };

onBothEngines('a sign-in that fails', (books) => {
  let seen = 0;
  const byPassword = (signInName: string, password: string) =>
    signIn(books().database, { signInName }, password, { signInBy: 'password', device });
  /** What came into the trail since this was last asked. */
  const entries = async () => {
    const rows = await books().read((tx) =>
      tx.db
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.subjectKind, 'signInTry'), gt(auditEntries.sequence, seen)))
        .orderBy(asc(auditEntries.sequence)),
    );
    seen = rows.at(-1)?.sequence ?? seen;
    return rows.map(({ act, at, personId, personName, subjectId, before, after }) => {
      expect(before).toBeNull();
      return { act, at, personId, personName, subjectId, after };
    });
  };
  beforeAll(async () => {
    useCheapHashes();
    const passwordHash = await hashPassword('the password');
    const pinHash = await hashPassword('4711');
    await books().write((tx) => tx.db.update(people).set({ passwordHash, pinHash }));
  });

  test('is on record try by try up to the lock, and the lock, and once that somebody goes on', async () => {
    const { personId } = books().actors.clerk;
    const account = { personId, personName: 'clerk', subjectId: personId };
    const began = books().now();
    for (let tries = 0; tries < 3; tries += 1)
      await expect(byPassword('clerk', `wrong ${tries}`)).rejects.toMatchObject(refused);
    const told = { signInBy: 'password', device, refusedBecause: 'wrongSecret' };
    const lockedUntil = began + 5000;
    const locked = { ...account, at: began, after: { ...told, wrongTries: 3, lockedUntil } };
    expect(await entries()).toEqual([
      { ...account, act: 'session.refuseSignIn', at: began, after: { ...told, wrongTries: 1 } },
      { ...account, act: 'session.refuseSignIn', at: began, after: { ...told, wrongTries: 2 } },
      { ...locked, act: 'session.lockOut' },
    ]);

    books().pass(1000);
    for (let tries = 0; tries < 20; tries += 1)
      await expect(byPassword('clerk', 'the password')).rejects.toMatchObject(delayed);
    expect(await entries()).toEqual([
      {
        ...account,
        act: 'session.tryWhileLocked',
        at: began + 1000,
        after: { signInBy: 'password', device, wrongTries: 3, lockedUntil },
      },
    ]);

    books().pass(minuteMs);
    await expect(byPassword('clerk', 'wrong again')).rejects.toMatchObject(refused);
    await expect(byPassword('clerk', 'wrong again')).rejects.toMatchObject(delayed);
    await expect(byPassword('clerk', 'wrong again')).rejects.toMatchObject(delayed);
    const acts = (await entries()).map(({ act }) => act);
    expect(acts).toEqual(['session.lockOut', 'session.tryWhileLocked']);
    books().pass(minuteMs);
    expect(await byPassword('clerk', 'the password')).toMatchObject({ personId });
    await expect(byPassword('clerk', 'wrong')).rejects.toMatchObject(refused);
    expect(await entries()).toMatchObject([{ act: 'session.refuseSignIn', after: { wrongTries: 1 } }]);
  });

  test('by PIN tells who was signed in at the PC; by a wrong own password counts as a try too', async () => {
    const { leader, finance } = books().actors;
    const { personId } = leader;
    const byPin = (pin: string) =>
      signIn(books().database, { personId: personId ?? '' }, pin, {
        signInBy: 'pin',
        device,
        signedInId: finance.personId ?? '',
      });
    await expect(byPin('0000')).rejects.toMatchObject(refused);
    expect(await entries()).toMatchObject([
      { personName: 'leader', after: { signInBy: 'pin', device, signedInId: finance.personId } },
    ]);
    await byPin('4711');

    const [session] = await books().read((tx) =>
      tx.db
        .select()
        .from(sessions)
        .where(eq(sessions.personId, personId ?? '')),
    );
    const confirm = (password: string) =>
      confirmOwnPassword(books().database, { actor: leader, sessionId: session?.id ?? '' }, password);
    await expect(confirm('wrong')).rejects.toMatchObject(refused);
    await confirm('the password');
    for (let tries = 0; tries < 3; tries += 1) await expect(confirm('wrong')).rejects.toMatchObject(refused);
    await expect(confirm('the password')).rejects.toMatchObject(delayed);
    const told = { signInBy: 'ownPassword', device, signedInId: personId };
    expect((await entries()).map(({ act, after }) => ({ act, after }))).toMatchObject([
      { act: 'session.refuseSignIn', after: { ...told, wrongTries: 1 } },
      { act: 'session.refuseSignIn', after: { ...told, wrongTries: 1 } },
      { act: 'session.refuseSignIn', after: { ...told, wrongTries: 2 } },
      { act: 'session.lockOut', after: { ...told, wrongTries: 3 } },
      { act: 'session.tryWhileLocked', after: told },
    ]);
  });

  test('at a PIN holds up nobody but who tried it, and no other secret', async () => {
    const { leader, finance, warehouse } = books().actors;
    const byPinOf = (person: typeof leader, pin: string, triedBy: typeof leader) =>
      signIn(books().database, { personId: person.personId ?? '' }, pin, {
        signInBy: 'pin',
        device,
        signedInId: triedBy.personId ?? '',
      });
    for (let tries = 0; tries < 3; tries += 1)
      await expect(byPinOf(warehouse, '0000', finance)).rejects.toMatchObject(refused);
    await expect(byPinOf(warehouse, '4711', finance)).rejects.toMatchObject(delayed);
    expect(await byPinOf(warehouse, '4711', leader)).toMatchObject({ personId: warehouse.personId });
    expect(await byPassword('warehouse', 'the password')).toMatchObject({ personId: warehouse.personId });
    // A right try of somebody else gives nobody new tries.
    await expect(byPinOf(warehouse, '4711', finance)).rejects.toMatchObject(delayed);
    books().pass(minuteMs);
    expect(await byPinOf(warehouse, '4711', finance)).toMatchObject({ personId: warehouse.personId });
    await entries();
  });

  test('at an account out of use says so', async () => {
    await books().write((tx) =>
      tx.db.update(people).set({ active: false }).where(eq(people.signInName, 'quality')),
    );
    await expect(byPassword('quality', 'the password')).rejects.toMatchObject(refused);
    expect(await entries()).toMatchObject([
      { personName: 'quality', after: { refusedBecause: 'inactive', wrongTries: 1 } },
    ]);
  });

  test('under a name that nobody has keeps nothing of what was typed, and cannot fill the trail', async () => {
    const logged: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
    const names = Array.from({ length: 40 }, (_, at) => `S3cret-${books().engine}-${at}`);
    for (const answer of await Promise.allSettled(names.map((name) => byPassword(name, 'x'))))
      expect(answer).toMatchObject({ status: 'rejected', reason: refused });
    await expect(
      signIn(books().database, { personId: newId() }, '0000', { signInBy: 'pin', device }),
    ).rejects.toMatchObject(refused);
    spy.mockRestore();
    expect(await entries()).toEqual([]);
    expect(logged.filter((line) => line.includes('unknown name'))).toHaveLength(41);
    expect(logged.join()).not.toMatch(/s3cret/i);
  });

  test('stands in the chain like everything else', async () => {
    const whole = await verifyAudit(books().database);
    const total = await books().read((tx) => tx.db.$count(auditEntries));
    expect(whole).toMatchObject({ whole: true, entries: total });
  });
});

test.each(wires)('a sign-in that fails over %s is listed by its kind and by the account', async (wire) => {
  const host = await startTestHost();
  const clerk = host.client(wire, await host.signIn('clerk'));
  const { personId } = await clerk.session.me();
  const signInName = 'clerk';
  await expect(
    host.client(wire).session.signIn({ signInName, password: 'a wrong one', device }),
  ).rejects.toMatchObject(refused);
  await expect(clerk.session.signInByPin({ personId, pin: '0000', device })).rejects.toMatchObject(refused);
  const change = { operationId: operation(), current: 'a wrong one', next: 'a new password' };
  await expect(clerk.session.changePassword(change)).rejects.toMatchObject(refused);
  const auditor = host.client(wire, await host.signIn('auditor'));
  const { rows } = await auditor.audit.list({
    filter: { subjectKind: 'signInTry', personId },
    sort: { by: 'sequence', descending: false },
    limit: 10,
  });
  const told = { device, refusedBecause: 'wrongSecret' };
  expect(rows.map(({ act, after }) => ({ act, after }))).toEqual([
    { act: 'session.refuseSignIn', after: { ...told, signInBy: 'password', wrongTries: 1 } },
    { act: 'session.refuseSignIn', after: { ...told, signInBy: 'pin', signedInId: personId, wrongTries: 1 } },
    {
      act: 'session.refuseSignIn',
      after: {
        device: 'test',
        refusedBecause: 'wrongSecret',
        signInBy: 'ownPassword',
        signedInId: personId,
        wrongTries: 1,
      },
    },
  ]);
  await host.close();
});
