import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import type { AuditRow } from '#shared/contract/audit.contract.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { readExcel } from '#tests/support/read-excel.ts';

const span = { fromDay: '2026-10-01', untilDay: '2026-11-30' };

const customersAsked = {
  filter: { text: '䶮㛃' },
  sort: { by: 'name', descending: false },
  columns: ['name', 'telephones', 'address'],
};

/** What each list is asked for, by the path of the procedure that hands it out. */
const filters: Readonly<Record<string, object | undefined>> = {
  'audit.exportList': span,
  'customers.exportList': customersAsked,
  'units.exportList': {
    filter: { active: true },
    sort: { by: 'saleDay', descending: true },
    columns: ['name', 'saleDay'],
  },
  'parts.exportList': {
    filter: { active: true },
    sort: { by: 'number', descending: false },
    columns: ['number', 'bins'],
  },
  'oldParts.exportList': {
    filter: {},
    sort: { by: 'dueDay', descending: false },
    columns: ['number', 'dueDay'],
  },
  'tools.exportList': {
    filter: { states: ['lent'] },
    sort: { by: 'number', descending: false },
    columns: ['number', 'dueBackDay'],
  },
  'duties.exportList': {
    filter: { scope: 'mine', state: 'open' },
    sort: { by: 'dueAt', descending: false },
    columns: ['kind', 'dueAt'],
  },
  'contacts.exportList': {
    filter: { fromDay: '2026-10-01', untilDay: '2026-11-30' },
    sort: { by: 'at', descending: false },
    columns: ['at', 'summary'],
  },
  'cases.exportList': {
    filter: { states: ['closed'] },
    sort: { by: 'openedAt', descending: true },
    columns: ['number', 'symptom'],
  },
  'requisitions.exportList': {
    filter: { states: ['issued'] },
    sort: { by: 'createdAt', descending: true },
    columns: ['number', 'amountFen'],
  },
  'requisitions.exportLines': { filter: {}, sort: { by: 'createdAt', descending: false } },
  'reports.exportList': {
    filter: { states: ['filed'] },
    sort: { by: 'createdAt', descending: true },
    columns: ['number', 'state'],
  },
  'stock.exportMonth': { month: '2026-11' },
  'stock.exportMovements': {
    filter: { fromDay: '2026-11-01', untilDay: '2026-11-30' },
    sort: { by: 'sequence', descending: true },
    columns: ['sequence', 'documentNumber', 'quantity'],
  },
  'stock.exportReceipts': {
    filter: {},
    sort: { by: 'createdAt', descending: true },
    columns: ['number', 'amountFen'],
  },
};

const personal = { name: '䶮㛃𠮷 <script>', telephone: '13812345678', address: '衡阳市蒸湘区 8 号' };

test('every list of the contract that leaves as a file is known here', () => {
  const paths = Object.entries(contract).flatMap(([module, procedures]) =>
    Object.keys(procedures).map((name) => `${module}.${name}`),
  );
  expect(paths.filter((path) => path.includes('.export')).toSorted()).toEqual(
    Object.keys(filters).toSorted(),
  );
});

describe.each(['sqlite', 'postgres'] as const)('an exported list on %s', (engine) => {
  let host: TestHost;
  let token: string;
  let isBroken = false;
  beforeAll(async () => {
    const beforeStatement = (sql: string) => {
      if (isBroken && /^insert into "?audit_entries/i.test(sql)) throw new Error('the audit trail is broken');
    };
    host = await startTestHost({ engine, beforeStatement });
    token = await host.signIn('clerk');
    const { name, telephone, address } = personal;
    for (const one of [name, `${name} 2`]) await addCustomer(host, token, { name: one, telephone, address });
    // The first list waits for its thread, which reads the whole program.
    await exported(host, token, 'customers.exportList', customersAsked);
  });
  afterAll(() => host.close());

  test.each(Object.entries(filters))('%s is on record', async (path, filter) => {
    const before = await exportsOf(host);
    const person = path.startsWith('audit.') ? 'auditor' : 'clerk';
    const file = await exported(host, await host.signIn(person), path, filter);
    const rowCount = (await readExcel(file)).length - 1;
    const [row, ...rest] = await exportsOf(host);
    expect(rest).toEqual(before);
    expect(row).toMatchObject({
      personName: person,
      act: `${path.split('.')[0]}.export`,
      subjectId: path,
      before: null,
      after: { fileName: file.name, rowCount, filter: filter ?? {} },
    });
    if (path === 'customers.exportList') expect(rowCount).toBe(2);
    for (const value of Object.values(personal)) expect(JSON.stringify(row)).not.toContain(value);
  });

  test('one that is refused leaves nothing', async () => {
    const before = await exportsOf(host);
    const unknownColumn = {
      filter: {},
      sort: { by: 'openedAt', descending: true },
      columns: ['number', 'price'],
    };
    await expect(exported(host, undefined, 'customers.exportList', customersAsked)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    await expect(exported(host, token, 'cases.exportList', unknownColumn)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await exportsOf(host)).toEqual(before);
  });

  test('one that cannot be put on record is not handed out', async () => {
    const before = await exportsOf(host);
    const toldAside = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    isBroken = true;
    try {
      await expect(exported(host, token, 'customers.exportList', customersAsked)).rejects.toMatchObject({
        status: 500,
      });
    } finally {
      isBroken = false;
      toldAside.mockRestore();
    }
    expect(await exportsOf(host)).toEqual(before);
  });
});

function addCustomer(
  host: TestHost,
  token: string,
  { name, telephone, address }: { name: string; telephone: string; address: string },
) {
  return host.client('http', token).customers.create({
    operationId: operation(),
    kind: 'private',
    name,
    distanceClass: 'near',
    distanceKm: null,
    importance: 'normal',
    region: '',
    address,
    notes: '',
    active: true,
    telephones: [{ shown: telephone }],
    person: null,
  });
}

async function exported(host: TestHost, token: string | undefined, path: string, filter?: object) {
  const [module = '', name = ''] = path.split('.');
  // Called by names that are known at run time alone.
  const client = host.client('http', token) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<File>>
  >;
  const file = await client[module]?.[name]?.(filter);
  if (!file) throw new Error(`${path} is a procedure`);
  return file;
}

/** The exports on record, the last one first. */
async function exportsOf(host: TestHost): Promise<readonly AuditRow[]> {
  const auditor = host.client('http', await host.signIn('auditor'));
  const { rows } = await auditor.audit.list({
    filter: { subjectKind: 'export' },
    sort: { by: 'sequence', descending: true },
    limit: 100,
  });
  return rows;
}
