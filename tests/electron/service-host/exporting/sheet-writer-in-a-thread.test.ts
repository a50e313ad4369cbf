import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import { StorageFailure } from '#host/database/database.ts';
import { openSheetWriter } from '#host/exporting/sheet-writer.ts';
import type { SheetJob } from '#host/exporting/sheet-worker.ts';
import { testStart } from '#tests/support/books.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { readExcel } from '#tests/support/read-excel.ts';

const customers = {
  sheet: 'customers.exportList',
  input: { filter: {}, sort: { by: 'name', descending: false }, columns: ['name'] },
} as const;
const asked = { actor: theProgram, language: 'zh-CN' } as const;
const file = ({ bytes, fileName }: { bytes: Uint8Array<ArrayBuffer>; fileName: string }) =>
  new File([bytes], fileName);

// That every list is written on either engine stands in ../api/exporting.test.ts.
describe('the thread that writes lists', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost();
    // The first list waits for its thread, which reads the whole program.
    await host.host.parts.sheetWriter.write({ ...customers, ...asked });
  });
  afterAll(() => host.close());

  test('sees what was committed before it was asked, at the time it was asked', async () => {
    const { database, sheetWriter } = host.host.parts;
    const clerk = host.client('port', await host.signIn('clerk'));
    const rows = async () => {
      const written = await sheetWriter.write({ ...customers, ...asked });
      return [written.fileName, (await readExcel(file(written))).length - 1, written.rowCount];
    };
    expect(await rows()).toEqual(['客户 2026-11-01.xlsx', 0, 0]);
    await clerk.customers.create({ operationId: operation(), ...customer, telephones: [] });
    host.pass(24 * 3_600_000);
    expect(await rows()).toEqual(['客户 2026-11-02.xlsx', 1, 1]);
    expect(await database.read(theProgram, async (tx) => tx.now)).toBe(testStart + 24 * 3_600_000);
  });

  test('writes in the language it is asked for', async () => {
    const written = await host.host.parts.sheetWriter.write({ ...customers, ...asked, language: 'en' });
    const [head] = await readExcel(file(written));
    expect(head?.[0]?.value).toBe('Name');
  });

  test('passes on what a list is refused for, and writes the next', async () => {
    const { sheetWriter } = host.host.parts;
    const wrong = { sheet: 'no.such', input: undefined } as unknown as SheetJob;
    await expect(sheetWriter.write({ ...wrong, ...asked })).rejects.toThrow('could not be written');
    expect((await sheetWriter.write({ ...customers, ...asked })).rowCount).toBe(1);
  });

  test('the host answers meanwhile', async () => {
    const { database, sheetWriter } = host.host.parts;
    const ended: string[] = [];
    const list = sheetWriter.write({ ...customers, ...asked }).finally(() => ended.push('list'));
    await database.read(theProgram, async (tx) => tx.now);
    ended.push('another question');
    await list;
    expect(ended).toEqual(['another question', 'list']);
  });
});

test('a list too long for its memory is refused with a sentence, and nothing else suffers', async () => {
  const host = await startTestHost();
  const { database } = host.host.parts;
  const writer = openSheetWriter(
    { engine: 'sqlite', file: join(host.dataFolder, 'shouhou.db') },
    () => testStart,
    // Not even the program of the thread has room in it.
    { memoryMb: 8 },
  );
  const refused = await writer.write({ ...customers, ...asked }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ code: 'LIST_TOO_LONG' });
  expect(await database.read(theProgram, async (tx) => tx.now)).toBe(testStart);
  await writer.close();
  await expect(writer.write({ ...customers, ...asked })).rejects.toThrow('closed');
  await host.close();
});

test('books that cannot be read are told as what they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  const writer = openSheetWriter({ engine: 'sqlite', file: join(folder, 'none.db') }, () => testStart);
  const failed = await writer.write({ ...customers, ...asked }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(StorageFailure);
  await writer.close();
  rmSync(folder, { recursive: true, force: true });
});

const customer = {
  kind: 'firm',
  name: '䶮㛃𠮷 公交公司',
  distanceClass: 'near',
  distanceKm: null,
  importance: 'normal',
  region: '',
  address: '',
  notes: '',
  active: true,
  person: null,
} as const;
