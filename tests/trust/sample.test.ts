import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import type { Database } from '#host/database/database.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { AttachmentStore } from '#host/desks/attachments/attachment-store.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
import { requisitions } from '#host/schema/requisitions.tables.ts';
import { loadSample } from '#host/modules/sample/sample.service.ts';
import { sampleScan } from '#host/modules/sample/sample-scan.ts';
import { checkLedger } from '#host/modules/stock/check.queries.ts';
import { stockMovements } from '#host/schema/stock.tables.ts';
import { testStart } from '#tests/support/books.ts';
import { freshPostgresDatabase } from '#tests/support/postgres.ts';

const size = { parts: 60, customers: 8, units: 16, callsPerDay: 2 };
const noProgress = () => Promise.resolve();

for (const engine of ['sqlite', 'postgres'] as const) {
  describe(`the sample on ${engine}`, () => {
    let database: Database;
    let dropDatabase: () => void | Promise<void> = () => {};
    const folder = mkdtempSync(join(tmpdir(), 'sample-'));
    beforeAll(async () => {
      if (engine === 'sqlite') {
        database = await openDatabase({ engine, file: join(folder, 'shouhou.db') });
      } else {
        const { url, drop } = await freshPostgresDatabase();
        dropDatabase = drop;
        database = await openDatabase({ engine, url });
      }
      const addScan = await sampleScan(new AttachmentStore(folder));
      await loadSample(
        database,
        { size, months: 1, now: testStart, passwordHash: 'none', addScan },
        noProgress,
      );
    }, 120_000);
    afterAll(async () => {
      await database.close();
      await dropDatabase();
      rmSync(folder, { recursive: true, force: true });
    });
    const read = <Result>(work: Parameters<typeof database.read<Result>>[1]) =>
      database.read(theProgram, work);

    test('the books grow in the order of time, and hold what an office has in its drawers', async () => {
      const movements = await read((tx) =>
        tx.db.select({ at: stockMovements.at }).from(stockMovements).orderBy(stockMovements.sequence),
      );
      const entries = await read((tx) =>
        tx.db.select({ at: auditEntries.at }).from(auditEntries).orderBy(auditEntries.sequence),
      );
      for (const rows of [movements, entries]) {
        expect(rows.length).toBeGreaterThan(30);
        expect(rows.map((row) => row.at)).toEqual(
          rows.map((row) => row.at).toSorted((one, two) => one - two),
        );
        expect(rows.at(-1)?.at).toBeLessThanOrEqual(testStart);
      }
      const states = await read((tx) =>
        tx.db.selectDistinct({ state: requisitions.state }).from(requisitions),
      );
      expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['cleared', 'issued']));
    });

    test('ledger and audit trail are whole', async () => {
      const checked = await checkLedger(database, noProgress);
      expect(checked.problems).toEqual([]);
      expect(checked.movements).toBeGreaterThan(30);
      expect(await verifyAudit(database, { progress: noProgress })).toMatchObject({ whole: true });
    });
  });
}
