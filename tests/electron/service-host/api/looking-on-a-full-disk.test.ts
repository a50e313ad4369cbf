import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/ids.ts';
import { HeldLooks } from '#host/desks/audit/audit.held-looks.service.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
import { testStart } from '#tests/support/books.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { Faults } from '#tests/support/trust/faults.ts';

const fullDisk = { sqlite: 'SQLITE_FULL', postgres: '53100' } as const;
const damaged = { sqlite: 'SQLITE_IOERR', postgres: '58030' } as const;
const customer = {
  kind: 'firm' as const,
  name: '市第二公交公司',
  distanceClass: 'near' as const,
  distanceKm: null,
  importance: 'normal' as const,
  region: '',
  address: '',
  notes: '',
  active: true,
  telephones: [{ shown: '138 0133 4410' }],
  person: null,
};
/** Somebody who looks, as the host knows them. */
const looker = () => ({
  personId: newId<'person'>(),
  name: 'clerk',
  roles: [],
  permissions: new Set<never>(),
});

describe.each(['sqlite', 'postgres'] as const)('a look on a full disk on %s', (engine) => {
  const faults = new Faults();
  const logged: string[] = [];
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost({ engine, beforeStatement: faults.hook });
  });
  beforeEach(() => {
    logged.length = 0;
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
    return () => {
      faults.mend();
      spy.mockRestore();
    };
  });
  afterAll(() => host.close());

  const as = async (who: 'clerk' | 'finance' | 'auditor') => host.client('http', await host.signIn(who));
  const aCustomer = async () =>
    (await as('clerk')).customers.create({ operationId: operation(), ...customer });
  // Whoever signs in writes something, and then what waits is written too.
  const looksAt = async (subjectId: string, auditor?: ServiceClient) => {
    const sort = { by: 'sequence', descending: false } as const;
    const filter = { subjectKind: 'look', subjectId };
    return (await (auditor ?? (await as('auditor'))).audit.list({ filter, sort, limit: 20 })).rows;
  };
  const waiting = async () => (await (await as('clerk')).audit.heldLooks()).count;

  test('is answered, waits, and is put on record once something can be saved again', async () => {
    const { id } = await aCustomer();
    const [clerk, finance, auditor] = [await as('clerk'), await as('finance'), await as('auditor')];
    const told: string[] = [];
    const stop = watched(host, told);
    faults.refuseWrites(fullDisk[engine]);
    const lookedAt = testStart;
    expect(await clerk.customers.get({ id })).toMatchObject({ id, name: customer.name });
    expect(await clerk.customers.get({ id })).toMatchObject({ id });
    await finance.customers.get({ id });
    expect(await clerk.audit.heldLooks()).toEqual({ count: 2, sinceAt: lookedAt });
    expect(told).toEqual(['heldLooks', 'heldLooks']);
    const { personId } = await clerk.session.me();
    const lines = logged.filter((line) => line.includes('look held'));
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      waiting: 1,
      look: `customer ${id}`,
      personId,
      lookedAt,
    });

    // Nobody is refused a look because the last use of their session cannot be written.
    host.pass(6 * 60_000);
    expect(await clerk.customers.get({ id })).toMatchObject({ id });
    expect((await clerk.audit.heldLooks()).count).toBe(2);
    expect(await looksAt(id, auditor)).toEqual([]);
    faults.mend();
    await clerk.customers.create({ operationId: operation(), ...customer });
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
    expect(await looksAt(id)).toMatchObject([
      { personName: 'clerk', act: 'customers.look', at: lookedAt + 6 * 60_000, after: { lookedAt } },
      { personName: 'finance', act: 'customers.look', after: { kind: 'customer', lookedAt } },
    ]);
    expect(told.filter((kind) => kind === 'heldLooks')).toHaveLength(3);
    stop.abort();
    await clerk.customers.get({ id });
    expect(await looksAt(id)).toHaveLength(2);
    expect(await verifyAudit(host.host.parts.database)).toMatchObject({ whole: true });
  });

  test('of yesterday that is written today leaves the look of today to be written too', async () => {
    const { id } = await aCustomer();
    const clerk = await as('clerk');
    faults.refuseWrites(fullDisk[engine]);
    await clerk.customers.get({ id });
    faults.mend();
    host.pass(86_400_000);
    await (await as('clerk')).customers.get({ id });
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
    await (await as('clerk')).customers.get({ id });
    const days = new Set((await looksAt(id)).map(({ after }) => JSON.stringify(after).includes('lookedAt')));
    expect(days).toEqual(new Set([true, false]));
  });

  test('that cannot be kept for another reason is refused as ever', async () => {
    const { id } = await aCustomer();
    const finance = await as('finance');
    faults.refuseWrites(damaged[engine]);
    await expect(finance.customers.get({ id })).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    expect((await finance.audit.heldLooks()).count).toBe(0);
  });

  test('is refused when too many wait, in words that say what to do; those that wait are written by and by', async () => {
    const { database } = host.host.parts;
    const looks = new HeldLooks(database, { atMost: 2, retryMs: 5 });
    const clerk = looker();
    const [first, second, third] = [newId(), newId(), newId()];
    const look = (id: string) => looks.record(clerk, { kind: 'case', id }, testStart);
    faults.refuseWrites(fullDisk[engine]);
    await look(first);
    await Promise.all([look(second), look(second), look(second)]);
    await expect(look(third)).rejects.toMatchObject({ code: 'LOOKS_WAITING', facts: { count: 2 } });
    await look(first);
    expect(looks.state).toEqual({ count: 2, sinceAt: testStart });
    faults.mend();
    await vi.waitFor(() => expect(looks.state).toEqual({ count: 0, sinceAt: null }));
    expect(await looksAt(first)).toHaveLength(1);
    expect(await looksAt(second)).toHaveLength(1);
    expect(await looksAt(third)).toEqual([]);
    await looks.close();
  });

  test('that still waits when the program ends is told to the log, and never as recorded', async () => {
    const looks = new HeldLooks(host.host.parts.database);
    const [written, lost] = [newId(), newId()];
    const clerk = looker();
    faults.refuseWrites(fullDisk[engine]);
    await looks.record(clerk, { kind: 'case', id: lost }, testStart);
    await looks.close();
    const line = logged.find((one) => one.includes('looks lost'));
    expect(JSON.parse(line ?? '')).toMatchObject({
      count: 1,
      looks: [{ look: `case ${lost}`, personId: clerk.personId, lookedAt: testStart }],
    });
    const others = new HeldLooks(host.host.parts.database);
    await others.record(clerk, { kind: 'case', id: written }, testStart);
    faults.mend();
    await others.close();
    expect(await looksAt(written)).toMatchObject([{ after: { lookedAt: testStart } }]);
    expect(await looksAt(lost)).toEqual([]);
  });
});

/** Notes the kinds of what the windows are told. */
function watched(host: TestHost, told: string[]): AbortController {
  const stop = new AbortController();
  const follow = async () => {
    for await (const batch of host.host.parts.changeFeed.watch(stop.signal))
      told.push(...batch.map(({ kind }) => kind));
  };
  void follow();
  return stop;
}
