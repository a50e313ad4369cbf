import { call } from '@orpc/server';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { Call } from '#host/api/call.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import { LongWork } from '#host/api/long-work.ts';
import { auditRoutes } from '#host/desks/audit/audit.routes.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';

onBothEngines('audit', (books) => {
  const longWork = new LongWork();
  const auditor = () => {
    // Of the parts of a host, the audit trail uses these three.
    const parts = { database: books().database, longWork, headNote: { heads: [] as unknown } } as HostParts;
    const context = new Call(parts, {
      token: undefined,
      language: 'zh-CN',
    });
    context.begin(books().actors.auditor, undefined);
    return { context };
  };
  const page = (filter: object, over: object = {}) =>
    call(
      auditRoutes.list,
      { filter, sort: { by: 'sequence', descending: true }, limit: 3, ...over },
      auditor(),
    );

  beforeAll(async () => {
    for (const [index, role] of (['clerk', 'leader'] as const).entries()) {
      await books().write(async (tx) => {
        for (let row = 0; row < 4; row += 1) {
          await recordAudit(tx, {
            act: 'test.edit',
            subjectKind: index === 0 ? 'one' : 'two',
            subjectId: `s${row}`,
            before: { name: '𠮷<b>' },
            after: { name: null },
          });
        }
      }, books().actors[role]);
    }
  });

  test('is listed newest first, page by page, and by record and person', async () => {
    const first = await page({});
    expect(first.rows.map((row) => row.sequence)).toEqual([8, 7, 6]);
    expect(first.rows[0]).toMatchObject({
      personName: 'leader',
      act: 'test.edit',
      subjectKind: 'two',
      before: { name: '𠮷<b>' },
      after: { name: null },
    });
    const second = await page({}, { after: first.next });
    expect(second.rows.map((row) => row.sequence)).toEqual([5, 4, 3]);
    expect((await page({ personId: books().actors.clerk.personId })).rows.map((row) => row.sequence)).toEqual(
      [4, 3, 2],
    );
    expect((await page({ subjectKind: 'two' }, { limit: 500 })).rows).toHaveLength(4);
    expect((await page({ subjectKind: 'one', subjectId: 's2' })).rows.map((row) => row.sequence)).toEqual([
      3,
    ]);
    expect(
      (await page({}, { sort: { by: 'sequence', descending: false }, limit: 1 })).rows.map(
        (row) => row.sequence,
      ),
    ).toEqual([1]);
    await expect(page({}, { after: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('is checked as long work, which finds what was altered behind the back of the program', async () => {
    const verify = async () => {
      const { workId } = await call(auditRoutes.verify, { operationId: newId() }, auditor());
      let state;
      for await (state of longWork.watch(workId, books().actors.auditor.personId))
        if (state.state !== 'running') break;
      return state;
    };
    expect(await verify()).toMatchObject({
      state: 'done',
      done: 8,
      total: 8,
      result: { whole: true, entries: 8, brokenAt: null },
    });
    await books().write((tx) =>
      tx.db.update(auditEntries).set({ personName: 'nobody' }).where(eq(auditEntries.sequence, 6)),
    );
    expect(await verify()).toMatchObject({
      state: 'done',
      result: { whole: false, entries: 5, brokenAt: 6, because: 'changed' },
    });
  });
});
