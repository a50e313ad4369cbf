import { contract } from '#shared/contract/index.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import BetterSqlite3 from 'better-sqlite3';
import { theProgram } from '#shared/domain/actor.ts';
import { Call } from '#host/api/call.ts';
import { recordCheck } from '#host/modules/stock/check.service.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';

let host: TestHost;
let failNextCommit = false;

beforeAll(async () => {
  host = await startTestHost({
    beforeStatement: (sql) => {
      if (sql !== 'COMMIT' || !failNextCommit) return;
      failNextCommit = false;
      throw new BetterSqlite3.SqliteError('injected', 'SQLITE_FULL');
    },
  });
});
afterAll(() => host.close());

test('the work of an act begins once, though its commit failed with others and was repeated', async () => {
  const { parts } = host.host;
  const call = new Call(parts, { token: undefined, language: 'zh-CN' });
  call.begin(theProgram, undefined);
  const prepared: string[] = [];
  const worked: string[] = [];
  failNextCommit = true;
  const input = { operationId: operation() };
  const called = { path: ['stock', 'check'], procedure: contract.stock.check };
  const check = () =>
    call.actAndWork('stock.check', called, input, async (tx, workId) => {
      prepared.push(workId);
      await recordCheck(tx, workId);
      return async () => {
        worked.push(workId);
        return { whole: true, movements: 0, problemCount: 0, problems: [] };
      };
    });
  const [, { workId }] = await Promise.all([
    parts.database.write(theProgram, async () => undefined),
    check(),
  ]);
  for await (const state of parts.longWork.watch(workId, null))
    expect(['running', 'done']).toContain(state.state);
  expect(prepared).toHaveLength(2);
  expect(worked).toEqual([workId]);
  // Asked for again, it is not begun again.
  expect(await check()).toEqual({ workId });
  expect(worked).toEqual([workId]);
});
