import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { present } from '#shared/domain/assert.ts';
import { newId } from '#shared/domain/ids.ts';
import { theProgram } from '#shared/domain/actor.ts';
import type { LookKind } from '#shared/nouns/index.ts';
import { pick, unitFields } from '#shared/domain/record-fields.ts';
import { metaOf } from '#host/api/guard.ts';
import type { AuditRow } from '#shared/contract/audit.contract.ts';
import { units } from '#host/schema/units.tables.ts';
import { operation, startTestHost, type TestHost, wires } from '#tests/support/host.ts';
import { samples } from '../desks/attachments/files.ts';
import { documentOf, handOut, openOffice, paper } from '../desks/papers/office.ts';

/** The records of an office by the name of their kind, and what hangs on them. */
type Made = Readonly<
  Record<LookKind | 'judgement' | 'requisition' | 'issue' | 'attachment' | 'print', string>
>;
interface Opened {
  readonly input: (made: Made) => object;
  /** The record that is on record as looked at. */
  readonly kind: LookKind;
}

const telephone = '138 0133 4410';

/** The questions that open something personal, by path; each is asked below. */
const opening: Readonly<Record<string, readonly Opened[]>> = {
  'customers.get': [{ input: (made) => ({ id: made.customer }), kind: 'customer' }],
  'contacts.get': [{ input: (made) => ({ id: made.contact }), kind: 'contact' }],
  'contacts.caller': [
    { input: () => ({ telephone }), kind: 'customer' },
    { input: (made) => ({ customerId: made.customer }), kind: 'customer' },
    { input: (made) => ({ unitId: made.unit }), kind: 'customer' },
  ],
  'cases.get': [{ input: (made) => ({ id: made.case }), kind: 'case' }],
  'units.get': [{ input: (made) => ({ id: made.unit }), kind: 'unit' }],
  'reports.get': [{ input: (made) => ({ id: made.report }), kind: 'report' }],
  'attachments.content': [{ input: (made) => ({ id: made.attachment }), kind: 'case' }],
  'papers.preview': [
    { input: (made) => paper('contact-record', made.contact), kind: 'contact' },
    { input: (made) => paper('warranty-judgement', made.judgement), kind: 'case' },
    { input: (made) => paper('requisition', made.requisition), kind: 'case' },
    { input: (made) => paper('issue-slip', made.issue), kind: 'case' },
  ],
  'papers.printed': [{ input: (made) => ({ printId: made.print }), kind: 'contact' }],
};
const openings = Object.entries(opening).flatMap(([path, ways]) => ways.map((way) => ({ path, ...way })));

/** Questions that open one record with something personal and are not kept on record, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'papers.month': 'is about parts; of those who hold them it tells the names alone',
  'requisitions.get': 'is about parts; of the customer it tells the name alone, as the lists do',
};

/** Acts that show the record as it is now to who comes too late, by its kind; one of each kind is refused below. */
const showing: Readonly<Record<LookKind, readonly string[]>> = {
  customer: ['customers.edit', 'customers.editPerson'],
  contact: ['contacts.clarify', 'contacts.void'],
  case: ['cases.edit', 'cases.move'],
  unit: ['units.edit', 'units.saveComponent'],
  report: [
    ...['edit', 'takeOver', 'finish', 'reopen', 'sign', 'approve', 'file', 'void'].map(
      (name) => `reports.${name}`,
    ),
    // A report is among what is decided on.
    ...['approve', 'reject', 'sendBack'].map((name) => `decisions.${name}`),
  ],
};
const late = { version: 99, reason: '来迟了' };
const refusedLate: Readonly<Record<LookKind, { readonly path: string; readonly input: object }>> = {
  customer: {
    path: 'customers.edit',
    input: {
      version: 99,
      kind: 'firm',
      name: '迟到的',
      distanceClass: 'near',
      distanceKm: null,
      importance: 'normal',
      region: '',
      address: '',
      notes: '',
      active: true,
      telephones: [{ shown: '13900001111' }],
    },
  },
  contact: { path: 'contacts.void', input: late },
  case: { path: 'cases.move', input: { ...late, state: 'contacted' } },
  unit: { path: 'units.edit', input: { version: 99 } },
  report: { path: 'reports.void', input: late },
};

/** Acts whose records hold nothing personal to a customer. */
const showingNothing: Readonly<Record<string, string>> = {
  people: 'is about those who work here',
  parts: 'is about parts',
  stock: 'is about parts',
  oldParts: 'is about parts',
  tools: 'is about tools of the house',
  duties: 'is about what is owed and until when',
  'decisions.approveSeveral': 'tells of each refusal the code alone',
  requisitions: 'is about parts',
  settings: 'is about the firm',
  warranty: 'a policy, or what was judged and why',
  'units.editProduct': 'is about a model',
  'reports.decideSupplement': 'is what a technician added to a report',
};

test('every act that shows somebody a record as it is now is known here', () => {
  const found = procedures().filter(({ procedure }) => namesVersion(procedure));
  const personal = found
    .map(({ path }) => path)
    .filter((path) => !(path in showingNothing) && !((path.split('.')[0] ?? '') in showingNothing));
  expect(personal.toSorted()).toEqual(Object.values(showing).flat().toSorted());
});

test('every question that opens something personal is known here', () => {
  const found = procedures().filter(({ procedure }) => opensSomethingPersonal(procedure));
  expect(found.map(({ path }) => path).toSorted()).toEqual(
    [...Object.keys(opening), ...Object.keys(exceptions)].toSorted(),
  );
});

describe.each(['sqlite', 'postgres'] as const)('a look on %s', (engine) => {
  let host: TestHost;
  let made: Made;
  let isBroken = false;
  beforeAll(async () => {
    const beforeStatement = (sql: string) => {
      if (isBroken && /^insert into "?audit_entries/i.test(sql)) throw new Error('the audit trail is broken');
    };
    host = await startTestHost({ engine, beforeStatement });
    made = await makeRecords(host);
  });
  afterAll(() => host.close());

  test.each(openings)(
    'by $path is on record as one at a $kind, once a day',
    async ({ path, input, kind }) => {
      host.pass(86_400_000);
      const before = await looksOf(host);
      const token = await host.signIn('finance');
      await ask(host, token, path, input(made));
      const [row, ...rest] = await looksOf(host);
      expect(rest).toEqual(before);
      expect(row).toMatchObject({
        personName: 'finance',
        act: `${kind}s.look`,
        subjectKind: 'look',
        subjectId: made[kind],
        before: null,
        after: { kind },
      });
      await ask(host, token, path, input(made));
      expect(await looksOf(host)).toHaveLength(before.length + 1);
      await ask(host, await host.signIn('clerk'), path, input(made));
      expect(await looksOf(host)).toHaveLength(before.length + 2);
    },
  );

  test.each(Object.entries(refusedLate))(
    'at a %s by an edit that comes too late is on record',
    async (kind, edit) => {
      host.pass(86_400_000);
      const before = await looksOf(host);
      const token = await host.signIn('leader2');
      const { path } = edit;
      const id = made[kind as LookKind];
      const [unit] = await host.host.parts.database.read(theProgram, (tx) =>
        tx.db.select().from(units).where(eq(units.id, id)),
      );
      const whole = { ...(unit && pick(unit, unitFields)), ...edit.input, id };
      const refusedAs = (operationId: string) =>
        expect(ask(host, token, path, { operationId, ...whole })).rejects.toMatchObject({
          code: 'CHANGED_MEANWHILE',
          data: { kind, id, current: { id } },
        });
      await refusedAs(operation());
      await refusedAs(operation());
      const [row, ...rest] = await looksOf(host);
      expect(row).toMatchObject({
        personName: 'leader2',
        act: `${kind}s.look`,
        subjectId: id,
        after: { kind },
      });
      expect(rest).toEqual(before);
    },
  );

  test('at what an edit that comes too late shows is not shown when it cannot be put on record', async () => {
    host.pass(86_400_000);
    const token = await host.signIn('leader2');
    const toldAside = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    isBroken = true;
    try {
      const input = { operationId: operation(), id: made.contact, ...late };
      const answer = await ask(host, token, 'contacts.void', input).catch((error: unknown) => error);
      expect(answer).toMatchObject({ status: 500 });
      expect(JSON.stringify(answer)).not.toContain(made.contact);
    } finally {
      isBroken = false;
      toldAside.mockRestore();
    }
  });

  test('that finds nothing, or is refused, leaves nothing', async () => {
    host.pass(86_400_000);
    const before = await looksOf(host);
    const token = await host.signIn('finance');
    const id = newId();
    for (const path of ['customers.get', 'contacts.get', 'cases.get', 'units.get', 'reports.get'])
      await expect(ask(host, token, path, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ask(host, token, 'contacts.caller', { telephone: '13999999999' });
    await expect(ask(host, undefined, 'customers.get', { id: made.customer })).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    expect(await looksOf(host)).toEqual(before);
  });

  test('that cannot be put on record is not answered; one that is on record needs no writing', async () => {
    host.pass(86_400_000);
    const before = await looksOf(host);
    const token = await host.signIn('finance');
    const input = { id: made.customer };
    const toldAside = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    isBroken = true;
    try {
      await expect(ask(host, token, 'customers.get', input)).rejects.toMatchObject({ status: 500 });
      isBroken = false;
      expect(await looksOf(host)).toEqual(before);
      await ask(host, token, 'customers.get', input);
      isBroken = true;
      expect(await ask(host, token, 'customers.get', input)).toMatchObject({ id: made.customer });
    } finally {
      isBroken = false;
      toldAside.mockRestore();
    }
  });
});

test.each(wires)(
  'a look over %s is on record, can be left out of the list and be asked for alone',
  async (wire) => {
    const host = await startTestHost();
    const made = await makeRecords(host);
    const client = host.client(wire, await host.signIn('finance'));
    expect(await client.customers.get({ id: made.customer })).toMatchObject({ id: made.customer });
    const auditor = host.client(wire, await host.signIn('auditor'));
    const list = async (filter: object) => {
      const sort = { by: 'sequence', descending: true } as const;
      return (await auditor.audit.list({ filter, sort, limit: 100 })).rows;
    };
    const all = await list({});
    const looks = all.filter((row) => row.subjectKind === 'look');
    expect(looks.filter((row) => row.personName === 'finance')).toMatchObject([{ subjectId: made.customer }]);
    expect(await list({ subjectKind: 'look' })).toEqual(looks);
    expect(await list({ subjectKind: 'look', subjectId: made.customer })).toEqual(
      looks.filter((row) => row.subjectId === made.customer),
    );
    expect(await list({ withoutLooks: true })).toEqual(all.filter((row) => row.subjectKind !== 'look'));
    const changes = await list({ withoutLooks: true, subjectId: made.customer });
    expect(changes.at(-1)).toMatchObject({ act: 'customers.create' });
    expect(changes.filter((row) => row.subjectKind === 'look')).toEqual([]);
    await host.close();
  },
);

/** Whether it answers, to somebody who names one record or number, with a customer's name or number, or with a file. */
function opensSomethingPersonal(procedure: AnyContractProcedure): boolean {
  const { inputSchema, outputSchema } = procedure['~orpc'];
  // The change feed and the progress of long work tell one thing after another, and nothing of customers.
  if (metaOf(procedure).acts || !(inputSchema instanceof z.ZodType) || !(outputSchema instanceof z.ZodType))
    return false;
  const asked = z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }).properties ?? {};
  if (!Object.keys(asked).some((name) => /^(id|.*Id|telephone)$/.test(name))) return false;
  const told = JSON.stringify(z.toJSONSchema(outputSchema, { io: 'input', unrepresentable: 'any' }));
  return /"(telephones?|customerName|callerName|contactName|contactPersonName)":|"binary"/.test(told);
}

/** Whether it is refused to who saw another version. */
function namesVersion(procedure: AnyContractProcedure): boolean {
  const { inputSchema } = procedure['~orpc'];
  if (!metaOf(procedure).acts || !(inputSchema instanceof z.ZodType)) return false;
  return /"version":/.test(
    JSON.stringify(z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' })),
  );
}

/** Lists that leave as files are kept on record as exports. */
function procedures(): readonly { path: string; procedure: AnyContractProcedure }[] {
  return Object.entries(contract).flatMap(([module, level]) =>
    Object.entries(level).flatMap(([name, procedure]: [string, unknown]) =>
      isContractProcedure(procedure) && !name.startsWith('export')
        ? [{ path: `${module}.${name}`, procedure }]
        : [],
    ),
  );
}

/** An office with a case that came as far as handed-out parts and the draft of a report. */
async function makeRecords(host: TestHost): Promise<Made> {
  const office = await openOffice(host);
  const { clerk, technician, caseId, contact } = office;
  await office.warehouse.stock.postReceipt({ operationId: operation(), ...documentOf(office.receipt) });
  const { issueId } = await handOut(office);
  const report = await technician.reports.draft({ operationId: operation(), caseId });
  const file = new File([samples['image/png']], '水泵.png', { type: 'image/png' });
  const subject = { subjectKind: 'case', subjectId: caseId, purpose: 'photo' } as const;
  const attachment = await clerk.attachments.add({ operationId: operation(), ...subject, file });
  const print = { operationId: operation(), ...paper('contact-record', contact.id) };
  return {
    customer: office.customerId,
    unit: office.unitId,
    contact: contact.id,
    case: caseId,
    report: report.id,
    judgement: office.judgement.id,
    requisition: office.asked.id,
    issue: issueId,
    attachment: attachment.id,
    print: (await clerk.papers.print(print)).printId,
  };
}

async function ask(host: TestHost, token: string | undefined, path: string, input: object): Promise<unknown> {
  const [module = '', name = ''] = path.split('.');
  // Called by names that are known at run time alone.
  const client = host.client('http', token) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  return present(client[module]?.[name], path)(input);
}

/** The looks on record, the last one first. */
async function looksOf(host: TestHost): Promise<readonly AuditRow[]> {
  const auditor = host.client('http', await host.signIn('auditor'));
  const { rows } = await auditor.audit.list({
    filter: { subjectKind: 'look' },
    sort: { by: 'sequence', descending: true },
    limit: 100,
  });
  return rows;
}
