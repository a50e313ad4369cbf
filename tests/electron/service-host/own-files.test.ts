import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { migrations } from '#host/database/migrations/index.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { startHost } from '#host/host.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every path in the folder whose rights others have a share in. */
function openToOthers(): readonly string[] {
  const paths = ['.', ...readdirSync(folder, { recursive: true }).map(String)];
  return paths.filter((path) => (statSync(join(folder, path)).mode & 0o077) !== 0);
}

async function workIn(dataFolder: string): Promise<void> {
  const host = await startHost({ dataFolder });
  await host.parts.database.write(theProgram, (tx) =>
    recordAudit(tx, { act: 'test.write', subjectKind: 'test', subjectId: 'x', after: {} }),
  );
  const { sha256 } = await host.parts.attachmentStore.keep(new Blob(['%PDF-1.4 one']), 'one.pdf');
  await host.parts.attachmentStore.settle(sha256, async () => true);
  // The log of the engine lies there while the books are open.
  expect(readdirSync(dataFolder)).toContain('shouhou.db-wal');
  expect(openToOthers()).toEqual([]);
  await host.close();
}

test.skipIf(process.platform === 'win32')(
  'a new data folder is closed to others, with all that comes into it',
  async () => {
    await workIn(join(folder, 'new'));
    expect(openToOthers()).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')(
  'one that was open to others is closed, and so is the copy before a step',
  async () => {
    const dataFolder = join(folder, 'old');
    mkdirSync(join(dataFolder, 'attachments', 'ab'), { recursive: true });
    writeFileSync(join(dataFolder, 'attachments', 'ab', 'scan'), 'x');
    const file = join(dataFolder, 'shouhou.db');
    await (await openDatabase({ engine: 'sqlite', file }, { migrations: migrations.slice(0, -1) })).close();
    for (const path of [dataFolder, join(dataFolder, 'attachments'), join(dataFolder, 'attachments', 'ab')])
      chmodSync(path, 0o755);
    for (const path of [file, join(dataFolder, 'attachments', 'ab', 'scan')]) chmodSync(path, 0o644);
    await workIn(dataFolder);
    expect(readdirSync(dataFolder).some((name) => name.includes('.before-'))).toBe(true);
    expect(openToOthers()).toEqual([]);
  },
);
