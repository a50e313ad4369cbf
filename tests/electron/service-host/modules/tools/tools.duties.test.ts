import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { addDays, dayOf, startOfDay } from '#shared/domain/days.ts';
import type { DutyKind } from '#shared/domain/duties.ts';
import { listDuties } from '#host/desks/duties/duties.queries.ts';
import { loseTool } from '#host/modules/tools/losing.service.ts';
import {
  checkTool,
  createTool,
  editTool,
  lendTool,
  putToolBack,
  retireTool,
  takeToolBack,
} from '#host/modules/tools/tools.service.ts';
import { duties as roll } from '#host/roll/duties.ts';
import { duties } from '#host/schema/duties.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { dutiesAstray } from '#tests/support/trust/duties.ts';
import { plainTool } from './plain-tool.ts';

const dayMs = 86_400_000;

onBothEngines('what tools owe', (books) => {
  const borrower = () => books().actors.technician;
  const today = () => books().read((tx) => Promise.resolve(dayOf(tx.now)));
  const write: ReturnType<typeof books>['write'] = (work) => books().write(work, books().actors.warehouse);
  const made = (fields: Partial<typeof plainTool> = {}) =>
    write((tx) => createTool(tx, { ...plainTool, ...fields }));
  const lent = async (days: number) => {
    const tool = await made({ checkIntervalDays: 0 });
    const dueBackDay = addDays(await today(), days);
    const loan = { personId: borrower().personId ?? '', caseId: null, dueBackDay, notes: '' };
    return { ...(await write((tx) => lendTool(tx, { ...tool, ...loan }))), dueBackDay };
  };
  const owed = (kind: DutyKind, id: string) =>
    books().read((tx) =>
      tx.db
        .select()
        .from(duties)
        .where(and(eq(duties.kind, kind), eq(duties.subjectId, id)))
        .orderBy(asc(duties.id)),
    );
  const outcomes = async (kind: DutyKind, id: string) =>
    (await owed(kind, id)).map(({ round, outcome }) => (round === '' ? outcome : `${round} ${outcome}`));
  const late = async (actor: Actor, id: string) => {
    const filter = { scope: 'mine', state: 'late', kind: 'toolDueBack' } as const;
    const input = { filter, sort: { by: 'dueAt', descending: false }, limit: 100 } as const;
    const { rows } = await books().read((tx) => listDuties(tx, roll, input), actor);
    return rows.filter(({ subjectId }) => subjectId === id);
  };

  test('its return: the borrower, until the last moment of the day that was agreed', async () => {
    const tool = await lent(7);
    expect(await owed('toolDueBack', tool.id)).toMatchObject([
      {
        outcome: 'open',
        ownerId: borrower().personId,
        team: 'tools.lend',
        dueAt: startOfDay(addDays(tool.dueBackDay, 1)) - 1,
      },
    ]);
    expect(await late(borrower(), tool.id)).toEqual([]);
    books().pass(8 * dayMs);
    expect(await late(borrower(), tool.id)).toMatchObject([{ number: tool.number, about: plainTool.name }]);
    await write((tx) => takeToolBack(tx, { ...tool, isDamaged: false, remark: '' }));
    expect(await outcomes('toolDueBack', tool.id)).toEqual(['missed']);
  });

  test('each loan anew; a lost tool owes nothing any more', async () => {
    const tool = await lent(7);
    const back = await write((tx) => takeToolBack(tx, { ...tool, isDamaged: false, remark: '' }));
    const { dueBackDay } = tool;
    const loan = { personId: borrower().personId ?? '', caseId: null, dueBackDay, notes: '' };
    const again = await write((tx) => lendTool(tx, { ...back, ...loan }));
    expect(await outcomes('toolDueBack', tool.id)).toEqual(['met', 'open']);
    const lost = { ...again, reason: '工地遗失', chargeFen: null };
    await books().write((tx) => loseTool(tx, lost), books().actors.leader);
    expect(await outcomes('toolDueBack', tool.id)).toEqual(['met', 'lapsed']);
    expect(await dutiesAstray(books().database)).toEqual([]);
  });

  test('its check: those who check, and the next one begins as one ends', async () => {
    const begin = await today();
    const tool = await made({ checkIntervalDays: 10 });
    const [first, second] = [addDays(begin, 10), addDays(begin, 14)];
    expect(await owed('toolCheckDue', tool.id)).toMatchObject([
      { outcome: 'open', ownerId: null, team: 'tools.check', dueAt: startOfDay(addDays(first, 1)) - 1 },
    ]);
    books().pass(4 * dayMs);
    const check = { day: addDays(begin, 4), checkResult: 'ok', remark: '' } as const;
    const checked = await write((tx) => checkTool(tx, { ...tool, ...check }));
    expect(await outcomes('toolCheckDue', tool.id)).toEqual([`${first} met`, `${second} open`]);
    // A check that is written down late ends nothing.
    const earlier = await write((tx) => checkTool(tx, { ...checked, ...check, day: begin }));
    expect(await outcomes('toolCheckDue', tool.id)).toEqual([`${first} met`, `${second} open`]);
    const { lastCheckDay: _, ...fields } = plainTool;
    const slower = { ...earlier, ...fields, number: tool.number, checkIntervalDays: 20 };
    const edited = await write((tx) => editTool(tx, slower));
    const third = addDays(begin, 24);
    expect(await outcomes('toolCheckDue', tool.id)).toEqual([
      `${first} met`,
      `${second} lapsed`,
      `${third} open`,
    ]);
    const lost = await books().write(
      (tx) => loseTool(tx, { ...edited, reason: '遗失', chargeFen: null }),
      books().actors.leader,
    );
    expect((await outcomes('toolCheckDue', tool.id)).at(-1)).toBe(`${third} lapsed`);
    const found = await write((tx) => putToolBack(tx, { ...lost, reason: '找到' }));
    expect((await outcomes('toolCheckDue', tool.id)).at(-1)).toBe(`${third} open`);
    await write((tx) => retireTool(tx, { ...found, reason: '磨损' }));
    expect((await outcomes('toolCheckDue', tool.id)).at(-1)).toBe(`${third} lapsed`);
    expect(await dutiesAstray(books().database)).toEqual([]);
  });
});
