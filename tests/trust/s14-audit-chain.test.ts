import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { openDatabase, openForReading } from '#host/database/open-database.ts';
import { chainBeginning, faultAfter, type StoredEntry } from '#host/desks/audit/audit.chain.rules.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { verifyAudit, type AuditVerdict } from '#host/desks/audit/audit.verify.queries.ts';
import { chanceFrom, dose, seedOfRun, tell } from '#tests/support/trust/dose.ts';
import { tamperings } from '#tests/support/trust/tampering.ts';

/*
 * S14: whoever alters the audit trail behind the program's back is found out, whatever was edited, removed, exchanged or
 * put in. What the books alone cannot show, a tail cut off and a chain made wholly anew, is told in the unit tests.
 */

const rowCount = 120;
const tries = dose(200, 1000);
const triesOfControls = dose(80, 1000);
const skippedEvery = 4;
let folder: string;
let whole: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  whole = join(folder, 'whole.db');
  const database = await openDatabase({ engine: 'sqlite', file: whole });
  await database.write(theProgram, async (tx) => {
    for (let index = 1; index <= rowCount; index += 1) {
      const after = { number: index, name: `第 ${index} 条 𠮷`, nothing: null, inner: { share: -0.5 } };
      await recordAudit(tx, { act: 'test.write', subjectKind: 'test', subjectId: `row-${index}`, after });
    }
  });
  await database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('S14 random edits, removals, exchanges and insertions are all found', async () => {
  const seed = seedOfRun();
  const { missed } = await tamperAndLook(seed, tries, verify);
  tell('S14', { tried: tries, effective: tries - missed.length, seed });
  expect(missed, `seed ${seed}`).toEqual([]);
});

test('S14 the untouched trail is whole', async () => {
  expect(await verify(whole)).toMatchObject({ whole: true, entries: rowCount });
});

test.each([
  ['that looks at the numbers alone', () => looksAtNumbers],
  [`that passes over one row in ${skippedEvery}`, () => passesOverRows],
] as const)('S14 control: a check %s misses some', async (name, check) => {
  const seed = seedOfRun();
  const { missed } = await tamperAndLook(seed, triesOfControls, async (file) => ({ whole: check()(file) }));
  tell(`S14 control, a check ${name}`, { tried: triesOfControls, effective: missed.length, seed });
  expect(missed.length).toBeGreaterThan(0);
});

/** Alters the trail again and again, each time from the whole one, and keeps what the check took for whole. */
async function tamperAndLook(
  seed: number,
  times: number,
  check: (file: string) => Promise<Pick<AuditVerdict, 'whole'>>,
) {
  const chance = chanceFrom(seed);
  const kinds = Object.entries(tamperings);
  const missed: string[] = [];
  for (let count = 0; count < times; count += 1) {
    const [name, tamper] = chance.oneOf(kinds);
    const file = altered((raw) => tamper(raw, rowCount, (below) => chance.between(0, below - 1)));
    if ((await check(file)).whole) missed.push(`${name}, the ${count}th`);
  }
  return { missed };
}

function altered(alter: (raw: BetterSqlite3.Database) => void): string {
  const file = join(folder, 'altered.db');
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  copyFileSync(whole, file);
  const raw = new BetterSqlite3(file);
  raw.pragma('synchronous = OFF');
  alter(raw);
  raw.close();
  return file;
}

async function verify(file: string): Promise<AuditVerdict> {
  const books = openForReading({ engine: 'sqlite', file });
  try {
    return await verifyAudit(books);
  } finally {
    await books.close();
  }
}

function looksAtNumbers(file: string): boolean {
  return entriesOf(file).every(({ sequence }, index) => sequence === index + 1);
}

/** The check of the program, but for the rows it takes as they are. */
function passesOverRows(file: string): boolean {
  let head = chainBeginning;
  for (const [index, entry] of entriesOf(file).entries()) {
    if (index % skippedEvery !== 0 && faultAfter(head, entry)) return false;
    head = entry;
  }
  return true;
}

function entriesOf(file: string): readonly StoredEntry[] {
  const raw = new BetterSqlite3(file, { readonly: true });
  const rows = raw
    .prepare(
      `SELECT sequence, at, person_id AS personId, person_name AS personName, act, subject_kind AS subjectKind,
        subject_id AS subjectId, before, after, previous_hash AS previousHash, hash FROM audit_entries ORDER BY sequence`,
    )
    .all();
  raw.close();
  // The columns of the table, by the names of the entry.
  return rows as StoredEntry[];
}
