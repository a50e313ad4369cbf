import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
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
  const looksAt = async (subjectId: string, auditor?: ServiceClient) => {
    const sort = { by: 'sequence', descending: false } as const;
    const filter = { subjectKind: 'look', subjectId };
    return (await (auditor ?? (await as('auditor'))).audit.list({ filter, sort, limit: 20 })).rows;
  };

  test('is answered, stands in the log, and is on record at the next look', async () => {
    const { id } = await aCustomer();
    const clerk = await as('clerk');
    const { personId } = await clerk.session.me();
    faults.refuseWrites(fullDisk[engine]);
    expect(await clerk.customers.get({ id })).toMatchObject({ id, name: customer.name });
    const lines = logged.filter((line) => line.includes('look not on record'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ look: `customer ${id}`, personId }]);
    // Nobody is refused a look because the last use of their session cannot be written.
    host.pass(6 * 60_000);
    expect(await clerk.customers.get({ id })).toMatchObject({ id });
    faults.mend();
    expect(await looksAt(id)).toEqual([]);
    await clerk.customers.get({ id });
    await clerk.customers.get({ id });
    expect(await looksAt(id)).toMatchObject([
      { personName: 'clerk', act: 'customers.look', after: { kind: 'customer' } },
    ]);
    expect(await verifyAudit(host.host.parts.database)).toMatchObject({ whole: true });
  });

  test('that cannot be kept for another reason is refused as ever', async () => {
    const { id } = await aCustomer();
    const finance = await as('finance');
    faults.refuseWrites(damaged[engine]);
    await expect(finance.customers.get({ id })).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
  });
});
