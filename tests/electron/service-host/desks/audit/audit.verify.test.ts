import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { openDatabase, openForReading } from '#host/database/open-database.ts';
import type { ChainHead } from '#host/desks/audit/audit.chain.rules.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
import { cutTail, rewrite, tamperings } from '#tests/support/trust/tampering.ts';

const rowCount = 120;
const rare = `𠮷䶮㛃 "'<script> 😀 \u2028`;
let folder: string;
let whole: string;
let head: ChainHead;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  whole = join(folder, 'whole.db');
  const database = await openDatabase({ engine: 'sqlite', file: whole });
  await database.write(theProgram, async (tx) => {
    for (let index = 1; index <= rowCount; index += 1) {
      const after = {
        [`${index}`]: index,
        z: [index, null, { b: rare, a: -0.5 }],
        a: undefined,
        note: `第 ${index} 条`,
      };
      await recordAudit(tx, { act: 'test.write', subjectKind: 'test', subjectId: `row-${index}`, after });
    }
  });
  await database.close();
  const verdict = await verify(whole);
  head = { sequence: verdict.entries, hash: verdict.head };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an untouched trail is whole', async () => {
  expect(head.sequence).toBe(rowCount);
  expect(await verify(whole, head)).toMatchObject({
    whole: true,
    entries: rowCount,
    brokenAt: null,
    because: null,
  });
});

test.each(Object.keys(tamperings))('%s is found, and where', async (name) => {
  // In the middle of everything that can be drawn.
  const file = altered((raw) => tamperings[name]?.(raw, rowCount, (below) => Math.floor(below / 2)));
  const verdict = await verify(file);
  expect(verdict).toMatchObject({ whole: false, brokenAt: expect.any(Number) });
  expect(verdict.entries).toBeLessThan(rowCount);
});

test('what the books alone cannot show is found against a head that was noted elsewhere', async () => {
  const cut = altered((raw) => cutTail(raw, rowCount, 7));
  expect(await verify(cut)).toMatchObject({ whole: true, entries: rowCount - 7 });
  expect(await verify(cut, head)).toMatchObject({ whole: false, because: 'cut', brokenAt: rowCount - 6 });
  const rewritten = altered((raw) => rewrite(raw, rowCount, 50));
  expect(await verify(rewritten)).toMatchObject({ whole: true, entries: rowCount });
  expect(await verify(rewritten, head)).toMatchObject({
    whole: false,
    because: 'headDiffers',
    brokenAt: rowCount,
  });
  expect(await verify(whole, head)).toMatchObject({ whole: true });
});

test('an empty trail is whole; progress is told and may stop it', async () => {
  const empty = altered((raw) => raw.exec('DELETE FROM audit_entries; DELETE FROM audit_days'));
  expect(await verify(empty)).toMatchObject({ whole: true, entries: 0 });
  const books = openForReading({ engine: 'sqlite', file: whole });
  const told: number[][] = [];
  await verifyAudit(books, { progress: async (done, total) => void told.push([done, total]) });
  expect(told).toEqual([[rowCount, rowCount]]);
  const stop = verifyAudit(books, { progress: () => Promise.reject(new Error('stopped')) });
  await expect(stop).rejects.toThrow('stopped');
  await books.close();
});

function altered(alter: (raw: BetterSqlite3.Database) => void): string {
  const file = join(folder, 'altered.db');
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  copyFileSync(whole, file);
  const raw = new BetterSqlite3(file);
  alter(raw);
  raw.close();
  return file;
}

async function verify(file: string, noted?: ChainHead) {
  const books = openForReading({ engine: 'sqlite', file });
  try {
    return await verifyAudit(books, { noted: noted ? [noted] : [] });
  } finally {
    await books.close();
  }
}
