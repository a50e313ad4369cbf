import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { listPaperBounds } from '#shared/domain/list-paper.ts';
import { testStart } from '#tests/support/books.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { seePdf } from '../../printing/pdf-tools.ts';

let host: TestHost;
let clerk: ServiceClient;
let isBroken = false;

type WantedList = Parameters<ServiceClient['papers']['list']>[0];

const wanted: WantedList = {
  list: 'customers',
  title: '客户',
  filter: '只看在用；“公交”',
  order: '名称，升序',
  isCut: false,
  columns: [
    { label: '名称', align: 'left', width: 150 },
    { label: '在办', align: 'right', width: 64.5 },
  ],
  rows: [
    ['市第二公交公司', '2'],
    ['䶮㛃𠮷 "quoted" <script>', '0'],
  ],
  language: 'zh-CN',
};

beforeAll(async () => {
  const beforeStatement = (sql: string) => {
    if (isBroken && /^insert into "?audit_entries/i.test(sql)) throw new Error('the audit trail is broken');
  };
  host = await startTestHost({ beforeStatement });
  clerk = host.client('http', await host.signIn('clerk'));
});
afterAll(() => host.close());

function aCall() {
  return clerk.contacts.record({
    operationId: operation(),
    kind: 'call',
    direction: 'in',
    at: testStart,
    receivedDay: null,
    senderReference: '',
    telephone: '13900000000',
    callerName: '王师傅',
    customerId: null,
    contactPersonId: null,
    unitId: null,
    newCustomer: null,
    mileageKm: null,
    operatingHours: null,
    category: 'complaint',
    faultGroup: null,
    urgency: 'notUrgent',
    summary: '水泵漏水',
    outcome: { kind: 'toBeClarified', nextCallAt: null },
  });
}

async function recorded() {
  const admin = host.client('port', await host.signIn('admin'));
  const { rows } = await admin.audit.list({
    filter: { subjectKind: 'export' },
    sort: { by: 'sequence', descending: true },
    limit: 50,
  });
  return rows;
}

describe.each(['port', 'http'] as const)('a list on paper over %s', (wire) => {
  test('is a PDF that says it all, and the audit trail holds who took it', async () => {
    const client = host.client(wire, await host.signIn('clerk'));
    const file = await client.papers.list(wanted);
    expect([file.name, file.type]).toEqual(['客户.pdf', 'application/pdf']);
    const text = seePdf(new Uint8Array(await file.arrayBuffer()))
      .texts.join('')
      .replace(/\s/g, '');
    for (const part of ['市第二公交公司2', '䶮㛃𠮷"quoted"<script>0', '筛选只看在用；“公交”', 'clerk'])
      expect(text).toContain(part);
    const [row] = await recorded();
    expect(row).toMatchObject({
      act: 'papers.print',
      subjectId: 'customers',
      personName: 'clerk',
      before: null,
      after: {
        fileName: '客户.pdf',
        rowCount: 2,
        filter: { filter: '只看在用；“公交”', order: '名称，升序', isCut: false, columns: ['名称', '在办'] },
      },
    });
    expect(JSON.stringify(row)).not.toContain('第二公交');
  });
});

test('the statement of a month is on record too', async () => {
  const file = await clerk.papers.month({
    month: '2026-11',
    onlyMoved: true,
    columns: ['partNumber', 'closingFen'],
    language: 'zh-CN',
  });
  expect([file.name, file.type]).toEqual(['进销存月报.pdf', 'application/pdf']);
  expect((await recorded())[0]).toMatchObject({
    act: 'papers.print',
    subjectId: 'month',
    after: { rowCount: 0, filter: { filter: '2026-11；只看有变动的', columns: ['件号', '期末金额'] } },
  });
});

test('in the language it is asked for in, under a name that leads nowhere', async () => {
  const file = await clerk.papers.list({
    ...wanted,
    title: '../../a:b',
    language: 'en',
    rows: [],
    isCut: true,
  });
  expect(file.name).toBe('.. .. a b.pdf');
  const text = seePdf(new Uint8Array(await file.arrayBuffer()))
    .texts.join(' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain('Only the first 0 rows are printed');
});

const cell = 'x'.repeat(listPaperBounds.cellCharacters);
const [column] = wanted.columns;
const manyColumns = Array.from({ length: listPaperBounds.columns + 1 }, () => column!);

test.each<[string, Partial<WantedList>]>([
  ['no title', { title: ' ' }],
  ['a title of many lines', { title: 'a\nb' }],
  ['a name that is none', { list: '../customers' }],
  ['no columns', { columns: [], rows: [] }],
  ['too many columns', { columns: manyColumns, rows: [] }],
  ['a column without width', { columns: [{ ...column!, width: 0 }], rows: [] }],
  ['a row with too few cells', { rows: [['a']] }],
  ['a row with too many cells', { rows: [['a', 'b', 'c']] }],
  ['too many rows', { rows: Array.from({ length: listPaperBounds.rows + 1 }, () => ['a', 'b']) }],
  ['a cell that is too long', { rows: [[`${cell}x`, '']] }],
  ['a control character', { rows: [['a\u0000', '']] }],
  ['half a character', { rows: [['\ud842', '']] }],
])('is refused with %s', async (_, change) => {
  const before = await recorded();
  await expect(clerk.papers.list({ ...wanted, ...change })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(await recorded()).toEqual(before);
});

test('takes as much as its bounds say, and no customer waits for it', async () => {
  const paper = { kind: 'contact-record', documentId: (await aCall()).id, language: 'zh-CN' } as const;
  await clerk.papers.preview(paper);
  const made: string[] = [];
  const twelve = manyColumns.slice(1);
  const rows = Array.from({ length: listPaperBounds.rows }, (_, index) => twelve.map(() => `第 ${index} 行`));
  const list = { ...wanted, columns: twelve, rows: [...rows.slice(1), twelve.map(() => cell)] };
  const [file] = await Promise.all([
    clerk.papers.list(list).finally(() => made.push('list')),
    clerk.papers.preview(paper).finally(() => made.push('paper')),
  ]);
  expect(made).toEqual(['paper', 'list']);
  expect(seePdf(new Uint8Array(await file.arrayBuffer())).texts.join('')).toContain('第 999 行');
}, 60_000);

test('is not for those who may not print', async () => {
  const auditor = host.client('http', await host.signIn('auditor'));
  await expect(auditor.papers.list(wanted)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
});

test('is not handed out when nobody could be told of it', async () => {
  isBroken = true;
  await expect(clerk.papers.list(wanted)).rejects.toThrow();
  isBroken = false;
  await expect(clerk.papers.list(wanted)).resolves.toBeInstanceOf(Blob);
});
