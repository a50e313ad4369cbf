import { expect, test } from 'vitest';
import { searchAll } from '#host/desks/search/search.queries.ts';
import { loseTool } from '#host/modules/tools/losing.service.ts';
import { listTools, toolDetail } from '#host/modules/tools/tools.queries.ts';
import {
  checkTool,
  createTool,
  editTool,
  lendTool,
  putToolBack,
  retireTool,
  takeToolBack,
} from '#host/modules/tools/tools.service.ts';
import { toolLoans } from '#host/schema/tools.tables.ts';
import { addDays, dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { onBothEngines, testStart } from '#tests/support/books.ts';
import { lentTool, plainTool } from './plain-tool.ts';

const dayMs = 86_400_000;
const today = dayOf(testStart);

onBothEngines('tools', (books) => {
  const borrower = () => books().actors.technician.personId ?? '';
  const write: ReturnType<typeof books>['write'] = (work) => books().write(work, books().actors.warehouse);
  const made = (fields: Partial<typeof plainTool> = {}) =>
    write((tx) => createTool(tx, { ...plainTool, ...fields }));
  const detail = (id: string) => books().read((tx) => toolDetail(tx, { id }));
  const listed = async (
    filter: Parameters<typeof listTools>[1]['filter'],
    by: 'number' | 'dueBackDay' | 'nextCheckDay',
  ) =>
    (
      await books().read((tx) => listTools(tx, { filter, sort: { by, descending: false }, limit: 50 }))
    ).rows.map(({ id }) => id);
  const loan = () => ({ personId: borrower(), caseId: null, dueBackDay: addDays(today, 7), notes: '' });

  test('take the next number or their own, which no other tool has, and are found by number and name', async () => {
    const own = await made({ number: 'nlbs–01', name: '测功机' });
    expect(own.number).toBe('nlbs–01');
    await expect(made({ number: 'NLBS-01' })).rejects.toMatchObject({ code: 'CODE_TAKEN' });
    const first = await made();
    const [head = '', digits = ''] = first.number.split('-');
    await made({ number: `${head}-${String(Number(digits) + 1).padStart(4, '0')}` });
    expect((await made()).number).toBe(`${head}-${String(Number(digits) + 2).padStart(4, '0')}`);
    for (const text of ['nlbs–01', '测功机']) {
      const found = await books().read((tx) => searchAll(tx, { text, kinds: ['tool'], limit: 5 }));
      expect(found.rows.map(({ id }) => id)).toEqual([own.id]);
    }
  });

  test('are lent to one person at a time; the books themselves hold no second loan', async () => {
    const tool = await made();
    const lent = await write((tx) => lendTool(tx, { ...tool, ...loan() }));
    await expect(write((tx) => lendTool(tx, { ...lent, ...loan() }))).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    const second = {
      id: newId<'toolLoan'>(),
      toolId: tool.id,
      ordinal: 2,
      lentAt: 1,
      endRemark: '',
      ...loan(),
    };
    await expect(write((tx) => tx.db.insert(toolLoans).values(second))).rejects.toThrow();
    expect(await detail(tool.id)).toMatchObject({
      state: 'lent',
      holderName: 'technician',
      dueBackDay: addDays(today, 7),
      loans: [{ ordinal: 1, personName: 'technician', lentByName: 'warehouse', endedAt: null }],
    });
    expect(await listed({ holderId: borrower() }, 'number')).toContain(tool.id);
    const back = await write((tx) => takeToolBack(tx, { ...lent, isDamaged: false, remark: '' }));
    expect(await listed({ holderId: borrower() }, 'number')).not.toContain(tool.id);
    await write((tx) => lendTool(tx, { ...back, ...loan() }));
    expect((await detail(tool.id)).loans.map(({ ordinal, loanEnd }) => [ordinal, loanEnd])).toEqual([
      [2, null],
      [1, 'inOrder'],
    ]);
  });

  test('refuse a stale version, a day that is over, and people who are not there', async () => {
    const tool = await made();
    const { lastCheckDay: _, ...fields } = plainTool;
    await write((tx) => editTool(tx, { ...tool, ...fields, number: tool.number, name: '扳手' }));
    await expect(write((tx) => lendTool(tx, { ...tool, ...loan() }))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { by: 'warehouse' },
    });
    const seen = { ...tool, version: 2, ...loan() };
    const past = { ...seen, dueBackDay: addDays(today, -1) };
    await expect(write((tx) => lendTool(tx, past))).rejects.toMatchObject({
      facts: { issues: [{ path: 'dueBackDay' }] },
    });
    const nobody = { ...seen, personId: newId<'person'>() };
    await expect(write((tx) => lendTool(tx, nobody))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const tomorrow = { ...plainTool, purchaseDay: addDays(today, 1) };
    await expect(write((tx) => createTool(tx, tomorrow))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('come back damaged, go to repair, and are in store again after a check or the word of somebody', async () => {
    const lent = await write((tx) => lentTool(tx, borrower()));
    await expect(
      write((tx) => takeToolBack(tx, { ...lent, isDamaged: true, remark: '' })),
    ).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    const back = await write((tx) => takeToolBack(tx, { ...lent, isDamaged: true, remark: '棘轮打滑' }));
    expect(await detail(lent.id)).toMatchObject({
      state: 'damaged',
      stateReason: '棘轮打滑',
      holderId: null,
    });
    const check = { day: today, checkResult: 'ok', remark: '' } as const;
    const ok = await write((tx) => checkTool(tx, { ...back, ...check }));
    expect(await detail(lent.id)).toMatchObject({ state: 'inStore', nextCheckDay: addDays(today, 180) });
    const bad = await write((tx) => checkTool(tx, { ...ok, ...check, checkResult: 'notOk', remark: '超差' }));
    await write((tx) => putToolBack(tx, { ...bad, reason: '已修' }));
    const { state, checks } = await detail(lent.id);
    expect([state, checks.map(({ checkResult }) => checkResult)]).toEqual(['inStore', ['notOk', 'ok']]);
  });

  test('that are lost end their loan and are asked for no check; found or out of use, they say so', async () => {
    const lent = await write((tx) => lentTool(tx, borrower()));
    const lost = await books().write(
      (tx) => loseTool(tx, { ...lent, reason: '工地遗失', chargeFen: 30_000 }),
      books().actors.leader,
    );
    expect(await detail(lent.id)).toMatchObject({
      state: 'lost',
      chargeFen: 30_000,
      nextCheckDay: null,
      dueBackDay: null,
      holderId: null,
      loans: [{ loanEnd: 'lost', endRemark: '工地遗失' }],
    });
    const found = await write((tx) => putToolBack(tx, { ...lost, reason: '找到' }));
    expect(await detail(lent.id)).toMatchObject({ chargeFen: null, nextCheckDay: addDays(today, 180) });
    const gone = await write((tx) => retireTool(tx, { ...found, reason: '磨损' }));
    await expect(write((tx) => lendTool(tx, { ...gone, ...loan() }))).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  test('that are overdue or due for a check are listed from the day on', async () => {
    const lent = await write((tx) => lentTool(tx, borrower()));
    const due = await made({ checkIntervalDays: 10 });
    const never = await made({ checkIntervalDays: 0 });
    expect(await listed({ overdue: true }, 'dueBackDay')).not.toContain(lent.id);
    expect(await listed({ checkDue: true }, 'nextCheckDay')).not.toContain(due.id);
    books().pass(61 * dayMs);
    expect(await listed({ overdue: true }, 'dueBackDay')).toContain(lent.id);
    const toCheck = await listed({ checkDue: true }, 'nextCheckDay');
    expect([due, never].map(({ id }) => toCheck.includes(id))).toEqual([true, false]);
    expect(await detail(lent.id)).toMatchObject({ overdueDays: 1 });
  });
});
