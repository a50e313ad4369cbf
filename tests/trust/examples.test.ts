import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { booksHeader } from '#shared/domain/books.ts';
import { newId } from '#shared/domain/ids.ts';
import { presetPermissions, type Access } from '#shared/domain/permissions.ts';
import { type PresetRole } from '#shared/domain/roles.ts';
import { idOf, recordKinds, type RecordKind } from '#shared/contract/manual/manual.ts';
import { metaOf } from '#host/api/guard.ts';
import { openApiText } from '#host/api/openapi.ts';
import { entryOf, exampleOf, procedures } from '#host/api/openapi-operations.ts';
import { startTestHost, type TestHost } from '#tests/support/host.ts';
import { chanceFrom } from '#tests/support/trust/dose.ts';
import { openRaw } from '#tests/support/trust/raw-books.ts';
import { wireClient } from '#tests/support/trust/wire.ts';

/*
 * Plays every example of the description against the sample of a real host. The ids in it are replaced by those of records
 * that belong together, again and again with others, until it is answered; what is refused on the way must be told.
 */

const tiny = { size: { parts: 60, customers: 8, units: 16, callsPerDay: 2 }, months: 2 };
const password = 'shouhou-desk';
const triesAtMost = 40;
const chance = chanceFrom(7);
const cast: Readonly<Record<PresetRole, string>> = {
  clerk: 'wangxm',
  warehouse: 'zhaogang',
  technician: 'lizq',
  leader: 'liubz',
  quality: 'guopb',
  finance: 'tangcw',
  admin: 'admin',
  auditor: 'shenji',
};
/** Acts that end what others need are played last; those of the session by somebody who does nothing else. */
const last = [
  'people.edit',
  'people.resetPassword',
  'session.signOut',
  'session.changePassword',
  'sample.remove',
];
/**
 * Acts that want records in a state which no example makes: a paper that was printed, parts that lie in a bin. Their
 * examples are read and refused by the rules of the shop alone, with a refusal that is told.
 */
const mayBeRefused = [
  'session.setUp',
  'session.signInByPin',
  'sample.load',
  'oldParts.receive',
  'warranty.saveGroups',
  'requisitions.takeOver',
  'requisitions.reject',
  'requisitions.issue',
  'requisitions.closeRest',
  'requisitions.clear',
  'reports.finish',
  'reports.sign',
  'reports.approve',
  'reports.file',
  'reports.decideSupplement',
  'decisions.approve',
  'decisions.reject',
  'decisions.sendBack',
];

type Row = Readonly<Record<string, unknown>>;
let host: TestHost;
let workId = '';
let told: Readonly<
  Record<string, { readonly post: { readonly responses: Readonly<Record<string, unknown>> } }>
>;

beforeAll(async () => {
  host = await startTestHost();
  await host.host.parts.sampleOffice.loading(tiny)(() => Promise.resolve());
  told = (JSON.parse(await openApiText('1')) as { paths: typeof told }).paths;
}, 120_000);
afterAll(() => host.close());

test(
  'every example is taken as it stands, and every refusal on the way is told',
  { timeout: 240_000 },
  async () => {
    const tokens = new Map<string, string>();
    const tokenOf = async (who: string) => {
      const nobody = wireClient(host.address, undefined, undefined, 'sample');
      const token =
        tokens.get(who) ?? (await nobody.session.signIn({ signInName: who, password, device: 'test' })).token;
      tokens.set(who, token);
      return token;
    };
    const leader = wireClient(host.address, await tokenOf(cast.leader), undefined, 'sample');
    workId = (await leader.audit.verify({ operationId: newId() })).workId;
    const wrong: string[] = [];
    const neverDone: string[] = [];
    const order = (path: string) => last.indexOf(path);
    const all = procedures()
      .map(({ module, name, procedure }) => ({
        module,
        name,
        path: `${module}.${name}`,
        ...metaOf(procedure),
      }))
      .toSorted((one, other) => order(one.path) - order(other.path));
    for (const { module, name, path, access, acts } of all) {
      if (module === 'session') tokens.delete('chenjing');
      const token = await tokenOf(module === 'session' ? 'chenjing' : cast[roleFor(access, path)]);
      const example = exampleOf(entryOf(module, name), acts);
      // Records that later acts use up are made several times.
      const wanted = /draft|create|submit$/.test(name) ? 6 : 1;
      let done = 0;
      for (let tries = 0; tries < triesAtMost && done < wanted; tries += 1) {
        const { status, code, answer } = await send(path, token, await withRecords(example, acts));
        if (status === 200) done += 1;
        else if (!isTold(path, status, code)) wrong.push(`${path}: ${status} ${code}`);
        if (fractionsIn(answer)) wrong.push(`${path}: a number that is not whole`);
      }
      if (done === 0) neverDone.push(path);
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(neverDone.filter((path) => !mayBeRefused.includes(path))).toEqual([]);
  },
);

/** Whose work it is; the leader decides on what others did, and does nothing else. */
function roleFor(access: Access, path: string): PresetRole {
  if (access === 'anyone' || access === 'signedIn')
    return path.startsWith('sample') ? 'admin' : path.startsWith('work') ? 'leader' : 'clerk';
  const roles: readonly PresetRole[] = [
    'warehouse',
    'clerk',
    'technician',
    'leader',
    'admin',
    'auditor',
    'quality',
    'finance',
  ];
  return roles.find((role) => presetPermissions[role].includes(access)) ?? 'admin';
}

function isTold(path: string, status: number, code: string): boolean {
  const answers = told[`/${path.replace('.', '/')}`]?.post.responses ?? {};
  return JSON.stringify(answers[String(status)] ?? '').includes(`"${code}"`);
}

async function send(path: string, token: string, input: Row) {
  const leave = new AbortController();
  const hasFile = Object.values(input).some((value) => value instanceof File);
  const form = new FormData();
  for (const [name, value] of Object.entries(input))
    form.append(name, value instanceof File ? value : String(value));
  const response = await fetch(`${host.address}/api/${path.replace('.', '/')}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      [booksHeader]: 'sample',
      ...(hasFile ? {} : { 'content-type': 'application/json' }),
    },
    body: hasFile ? form : JSON.stringify(input),
    signal: leave.signal,
  });
  const type = response.headers.get('content-type') ?? '';
  const answer: unknown = type.startsWith('application/json') ? await response.json() : {};
  leave.abort();
  return { status: response.status, code: String(Object(answer).code), answer };
}

/** The example with the ids of records that belong together as far as they are found, and the versions of those. */
async function withRecords(example: Row, acts: boolean): Promise<Row> {
  const books = await rowsByKind();
  const chosen: Row[] = [];
  const choose = (kind: RecordKind): Row | undefined => {
    const rows = books.get(kind) ?? [];
    const known = chosen.find((row) => rows.includes(row));
    if (known) return known;
    const named = rows.filter(({ id }) => chosen.some((row) => Object.values(row).includes(id)));
    const naming = rows.filter((row) => chosen.some(({ id }) => Object.values(row).includes(id)));
    // The newest are what the examples before have made.
    const any = chance.percent(50) ? rows.slice(-8) : rows;
    const candidates = chance.percent(25) ? any : [named, naming, any].find((some) => some.length > 0);
    const row = candidates?.length ? chance.oneOf(candidates) : undefined;
    if (row) chosen.push(row);
    return row;
  };
  const filled = (value: unknown): unknown => {
    if (value instanceof File) return value;
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value === 'string') {
      const kind = recordKinds.find((one) => idOf(one) === value);
      return kind === undefined ? value : (choose(kind)?.['id'] ?? newId());
    }
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, inner]) => [name, filled(inner)]);
    const made: Record<string, unknown> = Object.fromEntries(fields);
    const record = chosen.find(({ id }) => id === made['id']);
    return 'version' in made && record ? { ...made, version: record['version'] } : made;
  };
  const made = Object(filled(example)) as Record<string, unknown>;
  return acts ? { ...made, operationId: newId() } : made;
}

const tableOf: Partial<Record<RecordKind, string>> = {
  duty: 'duties',
  report: 'service_reports',
  supplement: 'report_supplements',
  judgement: 'warranty_judgements',
  person: 'people',
  deputy: 'deputies',
  issueLine: '(SELECT l.*, i.requisition_id FROM issue_lines l JOIN issues i ON i.id = l.issue_id)',
  stockAccount: `(SELECT a.*, b.part_id FROM stock_accounts a LEFT JOIN stock_balances b ON b.account_id = a.id)`,
  warrantyPolicy: 'warranty_policies',
};

async function rowsByKind(): Promise<ReadonlyMap<RecordKind, readonly Row[]>> {
  const raw = await openRaw({ engine: 'sqlite', file: join(host.dataFolder, 'sample', 'shouhou.db') });
  const busy = [...Object.values(cast), 'chenjing'];
  const found = new Map<RecordKind, readonly Row[]>();
  for (const kind of recordKinds.filter((one) => one !== 'work')) {
    const table = `${kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}s`;
    const rows = await raw.run(`SELECT * FROM ${tableOf[kind] ?? table}`);
    found.set(
      kind,
      rows.filter((row) => kind !== 'person' || !busy.includes(String(row['sign_in_name']))),
    );
  }
  await raw.close();
  found.set('work', [{ id: workId }]);
  return found;
}

function fractionsIn(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(fractionsIn);
}
