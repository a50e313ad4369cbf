import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, type AnyProcedure } from '@orpc/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import { Call } from '#host/api/call.ts';
import { router } from '#host/api/router.ts';
import { startTestHost, type TestHost } from '#tests/support/host.ts';
import { tell } from '#tests/support/trust/dose.ts';
import { inputs } from '#tests/support/trust/references/acts.ts';
import { idFieldsOf, withId, type IdField } from '#tests/support/trust/references/id-fields.ts';
import { rolledBack } from '#tests/support/trust/references/rolled-back.ts';
import { buildWorld, type BuiltWorld } from '#tests/support/trust/references/world.ts';

/*
 * R15: every id of every act is tried with every record of a firm: its own case, another case of the customer, another
 * customer, what is void, out of use, and what was never there. The table beside this file says of each what becomes of
 * it; an id that is missing in it fails the build. REFERENCES_TABLE=write writes it anew, to be read before it is kept.
 */

const tableFile = join(import.meta.dirname, 'r15-references.txt');
const fields = idFieldsOf();
const checks = vi.hoisted(() => {
  // Another file of this worker has loaded the real one already.
  vi.resetModules();
  return { areOn: true };
});

// The one place that refuses what does not belong together, for the control.
vi.mock('#host/modules/relations/relations.rules.ts', async (original) => {
  const rules = await original<typeof import('#host/modules/relations/relations.rules.ts')>();
  const refuseApart: typeof rules.refuseApart = (one, of) =>
    checks.areOn ? rules.refuseApart(one, of) : undefined;
  return { ...rules, refuseApart };
});

let host: TestHost;
let world: BuiltWorld;
beforeAll(async () => {
  host = await startTestHost();
  world = await buildWorld(host.host.parts);
});
afterAll(async () => {
  await host.close();
});

test('what belongs together is taken by every act', async () => {
  const refused: string[] = [];
  for (const { act, field } of fields) {
    if (act === 'work.cancel') continue;
    const outcome = await outcomeOf({ act, field }, inputOf({ act, field }));
    if (outcome !== 'taken') refused.push(`${act} ${field}: ${outcome}`);
  }
  expect(refused).toEqual([]);
});

test('every id of every act, with every record, ends as the table says', async () => {
  const rows = await tableRows();
  const table = `${rows.join('\n')}\n`;
  if (!existsSync(tableFile) || process.env['REFERENCES_TABLE'] === 'write') writeFileSync(tableFile, table);
  tell('R15', { tried: fields.length * labels().length, effective: fields.length, seed: 0 });
  expect(table).toBe(readFileSync(tableFile, 'utf8'));
});

test('nothing of another customer, unit or case, nothing void or unknown is taken beside a record', () => {
  const wrong = readTable()
    .filter(({ outcome }) => outcome === 'taken')
    .flatMap(({ place, found }) =>
      found.filter((label) => !isRight(place, label)).map((label) => [place, label]),
    );
  expect(wrong).toEqual([]);
});

test('control: without the checks, what does not belong together is taken', async () => {
  checks.areOn = false;
  let [tried, taken] = [0, 0];
  try {
    for (const { act, field, outcome, found } of readTable()) {
      if (outcome !== 'DOES_NOT_BELONG') continue;
      for (const label of found) {
        tried += 1;
        const input = inputOf({ act, field }, world.records[label]);
        // Behind the check the program may stumble over what it holds impossible.
        if ((await outcomeOf({ act, field }, input).catch(() => 'fallen over')) === 'taken') taken += 1;
      }
    }
  } finally {
    checks.areOn = true;
  }
  tell('R15 control', { tried, effective: taken, seed: 0 });
  expect(taken).toBeGreaterThan(tried / 2);
});

/** Fields of which any record of the kind is right, because the act is about it. */
const isAbout = [
  'attachments.add subjectId',
  'customers.addPerson customerId',
  'units.create customerId',
  // Sold on.
  'units.edit customerId',
  'units.addReading unitId',
  'cases.note caseId',
  'reports.draft caseId',
  'reports.addSupplement reportId',
  'decisions.approveSeveral decisions[].id',
  'papers.print documentId',
  'tools.lend caseId',
];
/** Fields that take another person or unit of the same customer. */
const takesSibling = [
  'contacts.record contactPersonId',
  'contacts.record unitId',
  'contacts.clarify unitId',
  'cases.edit contactPersonId',
  'cases.edit unitId',
];

function isRight(place: string, label: string): boolean {
  if (label === 'the rest') return false;
  // The record that an act is about is any of its kind; what it names beside must belong to it.
  if (place.endsWith(' id') && place !== 'units.saveComponent id') return true;
  if (isAbout.includes(place)) return true;
  if (label.startsWith('sibling.')) return takesSibling.includes(place);
  return !/^foreign\.|void|nothing/.test(label);
}

interface Row extends IdField {
  readonly place: string;
  readonly outcome: string;
  readonly found: readonly string[];
}

function readTable(): readonly Row[] {
  return readFileSync(tableFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => {
      const [, act = '', field = '', outcome = '', found = ''] = /^(\S+) (\S+) +(\w+): (.*)$/.exec(row) ?? [];
      return { act, field, place: `${act} ${field}`, outcome, found: found.split(', ') };
    });
}

/** Labels of the records, without those that are no ids. */
function labels(): readonly string[] {
  return Object.keys(world.records).filter((label) => !label.endsWith('.tag'));
}

async function tableRows(): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const one of fields) {
    const outcomes = new Map<string, string[]>();
    for (const label of labels()) {
      const outcome = await outcomeOf(one, inputOf(one, world.records[label]));
      outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), label]);
    }
    const place = `${one.act} ${one.field}`.padEnd(60);
    const [rest] = [...outcomes].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [''];
    const told = [...outcomes].filter(([outcome]) => outcome !== rest).toSorted(byOutcome);
    for (const [outcome, found] of told) rows.push(`${place} ${outcome}: ${found.join(', ')}`);
    rows.push(`${place} ${rest}: the rest`);
  }
  return rows;
}

/** What is taken comes first. */
function byOutcome([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  const rank = (outcome: string) => (outcome === 'taken' ? `0` : outcome);
  return rank(one).localeCompare(rank(other), 'en');
}

/** The input of an act in which everything belongs together, but for the record put into this field. */
function inputOf({ act, field }: IdField, id?: string): object {
  const make = inputs[act];
  if (!make) throw new Error(`${act} is missing in the inputs of the acts`);
  const plain = make(world.records, field);
  const input = id === undefined ? plain : withId(plain, field, id);
  const own = (input as { readonly id?: string }).id ?? '';
  const now = world.now;
  return {
    operationId: newId<'operation'>(),
    ...(takesVersion(act) ? { version: world.versions.get(own) ?? 1 } : {}),
    ...input,
    ...('decisions' in input ? { decisions: withVersions(input.decisions) } : {}),
    ...('at' in input ? { at: now } : {}),
    ...('signedAt' in input ? { signedAt: now } : {}),
  };
}

function withVersions(list: unknown): readonly object[] {
  const named = list as readonly { readonly id: string }[];
  return named.map((one) => ({ ...one, version: world.versions.get(one.id) ?? 1 }));
}

function takesVersion(act: string): boolean {
  const schema = (procedureOf(act)['~orpc'].inputSchema as { shape?: object } | undefined)?.shape ?? {};
  return 'version' in schema;
}

function procedureOf(act: string): AnyProcedure {
  const [module = '', name = ''] = act.split('.');
  // Named by the contract, which the router implements.
  return (router as unknown as Record<string, Record<string, AnyProcedure>>)[module]?.[name] as AnyProcedure;
}

/** What becomes of an act: taken, or the code of its refusal. Nothing of it remains. */
async function outcomeOf({ act, field }: IdField, input: object): Promise<string> {
  const { parts } = host.host;
  const context = new Call(
    { ...parts, database: rolledBack(parts.database) },
    { token: undefined, language: 'en' },
  );
  context.begin(world.actor, undefined);
  try {
    const answer: unknown = await call(procedureOf(act), input, { context, path: act.split('.') });
    return field.startsWith('decisions[') ? ofFirst(answer) : 'taken';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Of several decided at once each is answered for itself. */
function ofFirst(answer: unknown): string {
  const { results } = answer as { readonly results: readonly { readonly refusal: string | null }[] };
  return results[0]?.refusal ?? 'taken';
}
