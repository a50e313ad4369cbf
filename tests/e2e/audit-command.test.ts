import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';

const rowCount = 40;
const entry = join(import.meta.dirname, '../../electron/service-host/entries/verify-audit.ts');
let folder: string;
let good: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'audit-command-'));
  good = join(folder, 'good');
  mkdirSync(good);
  const database = await openDatabase({ engine: 'sqlite', file: join(good, 'shouhou.db') });
  await database.write(theProgram, async (tx) => {
    for (let index = 1; index <= rowCount; index += 1) {
      await recordAudit(tx, { act: 'test.write', subjectKind: 'test', subjectId: `row-${index}` });
    }
  });
  await database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('says in one sentence that the trail is whole, and ends with 0', async () => {
  const said = await run('--data', good);
  expect([said.status, said.stdout.trim().split('\n').length]).toEqual([0, 1]);
  const head = new RegExp(`${rowCount}:[0-9a-f]{64}`).exec(said.stdout)?.[0];
  expect(head).toBeDefined();
  expect(await run('--data', good, '--noted', head ?? '', '--language', 'en')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('whole'),
  });
});

test('says where the trail is broken, and ends with 1', async () => {
  const bad = join(folder, 'bad');
  cpSync(good, bad, { recursive: true });
  const raw = new BetterSqlite3(join(bad, 'shouhou.db'));
  raw.exec('DELETE FROM audit_entries WHERE sequence = 5');
  raw.close();
  const [broken, shorterThanNoted] = await Promise.all([
    run('--data', bad),
    run('--data', good, '--noted', `999:${'a'.repeat(64)}`),
  ]);
  expect(broken).toMatchObject({ status: 1, stdout: expect.stringContaining('5') });
  expect(shorterThanNoted).toMatchObject({ status: 1 });
});

test('says what it cannot look at, and ends with 2', async () => {
  const [nowhere, badHead, noServer] = await Promise.all([
    run('--data', join(folder, 'nowhere')),
    run('--data', good, '--noted', 'x'),
    run('--postgres', 'postgres://127.0.0.1:1/nothing'),
  ]);
  expect(nowhere).toMatchObject({ status: 2 });
  expect(badHead).toMatchObject({ status: 2 });
  expect(noServer).toMatchObject({ status: 2, stderr: '' });
});

function run(...given: string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...given], (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}
