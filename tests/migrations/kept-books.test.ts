import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { AttachmentStore } from '#host/desks/attachments/attachment-store.ts';
import { attachments } from '#host/schema/attachments.tables.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { checkLedger } from '#host/modules/stock/check.queries.ts';
import { theProgram } from '#shared/domain/actor.ts';

/*
 * Books of earlier versions, made by `node scripts/keep-books.ts <name>` of their time. Every later version opens them, and
 * nothing in them is lost.
 */
const kept = new URL('./kept/', import.meta.url);
let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

describe.each(readdirSync(kept))('books kept as %s', (name) => {
  test('open, with all their rows, a whole audit trail and a ledger that agrees with its balances', async () => {
    const file = join(openCopy(name), 'shouhou.db');
    const database = await openDatabase({ engine: 'sqlite', file });
    expect(await verifyAudit(database)).toMatchObject({ whole: true });
    expect(await checkLedger(database, () => Promise.resolve())).toMatchObject({ whole: true });
    const files = await database.read(theProgram, (tx) => tx.db.select().from(attachments));
    const store = new AttachmentStore(join(folder ?? '', 'attachments'));
    for (const { sha256 } of files) expect((await store.read(sha256)).length).toBeGreaterThan(0);
    await database.close();
    expect(fewerRows(file, rowsOf(name))).toEqual([]);
  });
});

test('a table that lost rows is found', () => {
  const [name = ''] = readdirSync(kept);
  const file = join(openCopy(name), 'shouhou.db');
  const raw = new BetterSqlite3(file);
  raw.exec('DELETE FROM prints');
  raw.close();
  expect(fewerRows(file, rowsOf(name))).toEqual(['prints']);
});

function openCopy(name: string): string {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const from = new URL(`${name}/`, kept);
  writeFileSync(join(folder, 'shouhou.db'), gunzipSync(readFileSync(new URL('shouhou.db.gz', from))));
  mkdirSync(join(folder, 'attachments'));
  cpSync(new URL('attachments/', from), join(folder, 'attachments'), { recursive: true });
  return folder;
}

/** How many rows each table of kept books held. */
function rowsOf(name: string): Readonly<Record<string, number>> {
  // The file is written by scripts/keep-books.ts alone.
  return JSON.parse(readFileSync(new URL(`${name}/rows.json`, kept), 'utf8')) as Record<string, number>;
}

/** The tables that hold fewer rows than they did. */
function fewerRows(file: string, before: Readonly<Record<string, number>>): readonly string[] {
  const raw = new BetterSqlite3(file, { readonly: true });
  const found = Object.entries(before).filter(
    ([table, rows]) => Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) < rows,
  );
  raw.close();
  return found.map(([table]) => table);
}
