import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { startHost, type Host } from '#host/host.ts';
import { headsNotedIn } from '#host/desks/audit/audit.head-note.service.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
import { testStart } from '#tests/support/books.ts';
import { cutTail, rewrite } from '#tests/support/trust/tampering.ts';

const dayMs = 24 * 60 * 60_000;
let dataFolder: string;
let now: number;

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'head-note-'));
  now = testStart;
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** What a host says of the trail that starts, lives for `life` and ends in order. */
async function checkOfLife(life: (host: Host) => Promise<void> = async () => undefined) {
  const host = await startHost({ dataFolder, clock: () => now });
  try {
    await life(host);
    return host.parts.headNote.check;
  } finally {
    await host.close();
  }
}

const entries = (many: number) => async (host: Host) => {
  await host.parts.database.write(theProgram, async (tx) => {
    for (let row = 1; row <= many; row += 1) {
      const after = { z: row, a: `第 ${row} 条`, 10: null };
      await recordAudit(tx, { act: 'test.write', subjectKind: 'test', subjectId: `row ${row}`, after });
    }
  });
};

function alter(change: (raw: BetterSqlite3.Database) => void): void {
  const raw = new BetterSqlite3(join(dataFolder, 'shouhou.db'));
  change(raw);
  raw.close();
}

test('a tail that was cut off shows at the next start, and at every one after', async () => {
  await checkOfLife(entries(50));
  expect(await checkOfLife()).toMatchObject({ whole: true, entries: 50, isOfAll: false });
  alter((raw) => cutTail(raw, 50, 7));
  expect(await checkOfLife(entries(20))).toMatchObject({ whole: false, because: 'cut', brokenAt: 44 });
  expect(await checkOfLife()).toMatchObject({ whole: false, because: 'headDiffers', brokenAt: 50 });
});

test('a chain that was made anew shows, unless the note beside the books was made anew as well', async () => {
  await checkOfLife(entries(50));
  alter((raw) => rewrite(raw, 50, 20));
  const noted = readFileSync(join(dataFolder, 'audit-head.json'), 'utf8');
  expect(await checkOfLife()).toMatchObject({ whole: false, because: 'headDiffers', brokenAt: 50 });
  const hash = await checkOfLife().then(() => headsNotedIn(join(dataFolder, 'audit-head.json')).at(-1)?.hash);
  writeFileSync(join(dataFolder, 'audit-head.json'), noted.replace(/"hash":"[^"]*"/, `"hash":"${hash}"`));
  expect(await checkOfLife()).toMatchObject({ whole: true });
});

test('the start looks at the end, the night at the whole, and what the night found is not covered up', async () => {
  await checkOfLife(entries(1500));
  alter((raw) => raw.exec("UPDATE audit_entries SET person_name = 'nobody' WHERE sequence = 100"));
  expect(await checkOfLife()).toMatchObject({ whole: true });
  const found = { whole: false, because: 'changed', brokenAt: 100, isOfAll: true };
  expect(await checkOfLife((host) => host.parts.booksWatch.checkAll())).toMatchObject(found);
  expect(await checkOfLife()).toMatchObject(found);
  alter((raw) => raw.exec("UPDATE audit_entries SET act = 'test.other' WHERE sequence = 1499"));
  expect(await checkOfLife()).toMatchObject({ brokenAt: 1499, isOfAll: false });
});

test('the texts are stored in the form that is hashed', async () => {
  await checkOfLife(entries(1));
  alter((raw) => {
    const row = raw.prepare('SELECT before, after FROM audit_entries').get();
    expect(row).toEqual({ before: 'null', after: canonicalJson({ z: 1, a: '第 1 条', 10: null }) });
  });
});

test('entries of an earlier program, hashed over their values, stay valid, and their texts are held as well', async () => {
  await checkOfLife(entries(1));
  alter((raw) => {
    const last = raw.prepare('SELECT at, hash FROM audit_entries').get() as { at: number; hash: string };
    const content = { sequence: 2, at: last.at, personId: null, personName: 'x', act: 'a', subjectKind: 'k' };
    const value = { z: 1, a: [1.5, '中'] };
    const told = canonicalJson({ ...content, subjectId: 's', before: null, after: value });
    const hash = createHash('sha256').update(`${last.hash}\n${told}`).digest('hex');
    raw
      .prepare('INSERT INTO audit_entries VALUES (?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(2, last.at, 'x', 'a', 'k', 's', 'null', JSON.stringify(value), last.hash, hash);
  });
  const whole = await checkOfLife(async (host) => {
    await entries(3)(host);
    expect(await verifyAudit(host.parts.database)).toMatchObject({ whole: true, entries: 5 });
  });
  expect(whole).toMatchObject({ whole: true });
  alter((raw) => raw.exec(`UPDATE audit_entries SET after = '{"z": 1,"a":[1.5,"中"]}' WHERE sequence = 2`));
  expect(await checkOfLife()).toMatchObject({ whole: false, because: 'changed', brokenAt: 2 });
});

test('a clock that is put back is said on record, and the books go on after the moment the program ended', async () => {
  await checkOfLife(entries(1));
  now += dayMs;
  await checkOfLife();
  now -= 40 * dayMs;
  await checkOfLife(async ({ parts }) => {
    const fault = { kind: 'behind', minutes: 40 * 24 * 60 };
    expect(parts.booksWatch.clockFault).toMatchObject(fault);
    expect(parts.database.clock.now()).toBeGreaterThanOrEqual(testStart + dayMs);
    now += 41 * dayMs;
    await parts.booksWatch.lookAtClock();
    expect(parts.booksWatch.clockFault).toBeNull();
  });
  alter((raw) => {
    const rows = raw.prepare("SELECT act, at, after FROM audit_entries WHERE subject_kind = 'clock'").all();
    expect(rows).toMatchObject([{ act: 'clock.behind', after: expect.stringContaining('"minutes":57600') }]);
  });
});
