import { expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { approve } from '#host/desks/decisions/deciding.service.ts';
import { askLose, loseTool, refuseLose } from '#host/modules/tools/losing.service.ts';
import { toolDetail } from '#host/modules/tools/tools.queries.ts';
import { checkTool, createTool, takeToolBack } from '#host/modules/tools/tools.service.ts';
import { decisions } from '#host/roll/decisions.ts';
import { dayOf } from '#shared/domain/days.ts';
import { onBothEngines, testStart } from '#tests/support/books.ts';
import { rowFor, sayRules } from '../../desks/decisions/waiting-room.ts';
import { lentTool, plainTool } from './plain-tool.ts';

const kind = 'tool.lose';
const asking = { reason: '工地遗失', chargeFen: 30_000 };

onBothEngines('the loss of a tool', (books) => {
  const as: (actor: Actor) => ReturnType<typeof books>['write'] = (actor) => (work) =>
    books().write(work, actor);
  const detail = (id: string) => books().read((tx) => toolDetail(tx, { id }));
  const lent = (to: Actor) => as(books().actors.warehouse)((tx) => lentTool(tx, to.personId ?? ''));
  const asked = async (to: Actor, by: Actor) => {
    const tool = await lent(to);
    return as(by)((tx) => askLose(tx, { ...tool, ...asking }));
  };

  test('is asked for once and waits with its charge; a leader agrees by the reason that was given', async () => {
    const { technician, warehouse, leader } = books().actors;
    const tool = await asked(technician, technician);
    await expect(as(warehouse)((tx) => askLose(tx, { ...tool, ...asking }))).rejects.toMatchObject({
      code: 'ALREADY_ASKED',
    });
    expect(await detail(tool.id)).toMatchObject({ state: 'lent', loseAskReason: '工地遗失' });
    expect(await rowFor(books(), leader, kind, tool)).toMatchObject({
      amountFen: 30_000,
      askedByName: 'technician',
      summary: '扭力扳手 · technician · 工地遗失',
    });
    await as(leader)((tx) => approve(tx, decisions, { kind, ...tool, reason: '' }));
    expect(await detail(tool.id)).toMatchObject({
      state: 'lost',
      stateReason: '工地遗失',
      chargeFen: 30_000,
      loseAskReason: null,
      loseAskChargeFen: null,
      loans: [{ loanEnd: 'lost' }],
    });
  });

  test('is decided by nobody who holds the tool or asked for it', async () => {
    const { leader, leader2, warehouse, technician } = books().actors;
    const own = await asked(leader, warehouse);
    const another = await asked(technician, leader);
    for (const tool of [own, another]) {
      expect(await rowFor(books(), leader, kind, tool)).toBeUndefined();
      for (const decide of [loseTool, refuseLose])
        await expect(as(leader)((tx) => decide(tx, { ...tool, reason: '丢' }))).rejects.toMatchObject({
          code: 'OWN_REQUISITION',
        });
      await as(leader2)((tx) => refuseLose(tx, { ...tool, reason: '再找' }));
      expect(await detail(tool.id)).toMatchObject({ state: 'lent', loseAskReason: null });
    }
  });

  test('waits no more once the tool turns up, back from its loan or in a check', async () => {
    const { technician, warehouse, leader } = books().actors;
    const back = await asked(technician, warehouse);
    await as(warehouse)((tx) => takeToolBack(tx, { ...back, isDamaged: false, remark: '' }));
    const inStore = await as(warehouse)((tx) => createTool(tx, plainTool));
    const seen = await as(warehouse)((tx) => askLose(tx, { ...inStore, ...asking }));
    const check = { day: dayOf(testStart), checkResult: 'ok', remark: '' } as const;
    await as(warehouse)((tx) => checkTool(tx, { ...seen, ...check }));
    for (const { id } of [back, seen]) {
      expect(await detail(id)).toMatchObject({ state: 'inStore', loseAskReason: null });
      expect(await rowFor(books(), leader, kind, { id })).toBeUndefined();
    }
  });

  test('takes as many leaders as the firm says for its charge, who say it at the tool or in the inbox', async () => {
    const { technician, warehouse, leader, leader2 } = books().actors;
    await sayRules(books(), [{ decision: kind, fromFen: 20_000, signers: 2, inOrder: [] }]);
    const tool = await asked(technician, warehouse);
    const first = await as(leader)((tx) => loseTool(tx, { ...tool, reason: '已查', chargeFen: 30_000 }));
    expect(first.version).toBe(tool.version);
    expect(await detail(tool.id)).toMatchObject({ state: 'lent', loseAskReason: '工地遗失' });
    await expect(as(leader)((tx) => loseTool(tx, { ...tool, reason: '' }))).rejects.toMatchObject({
      code: 'ALREADY_SIGNED',
    });
    await as(leader2)((tx) => approve(tx, decisions, { kind, ...tool, reason: '' }));
    expect(await detail(tool.id)).toMatchObject({ state: 'lost', chargeFen: 30_000 });
    const small = await lent(technician);
    await as(leader)((tx) => loseTool(tx, { ...small, reason: '不值钱', chargeFen: 100 }));
    expect(await detail(small.id)).toMatchObject({ state: 'lost', chargeFen: 100 });
  });

  test('that several must sign has the charge that was asked, and is asked for before anybody signs', async () => {
    const { technician, warehouse, leader } = books().actors;
    await sayRules(books(), [{ decision: kind, fromFen: 20_000, signers: 2, inOrder: [] }]);
    const tool = await asked(technician, warehouse);
    for (const chargeFen of [0, 90_000, null])
      await expect(
        as(leader)((tx) => loseTool(tx, { ...tool, reason: '已查', chargeFen })),
      ).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        facts: { issues: [{ path: 'chargeFen', code: 'fixed' }] },
      });
    expect(await detail(tool.id)).toMatchObject({ state: 'lent', loseAskChargeFen: 30_000 });
    const another = await lent(technician);
    await expect(
      as(leader)((tx) => loseTool(tx, { ...another, reason: '丢', chargeFen: 30_000 })),
    ).rejects.toMatchObject({ code: 'ASK_FIRST' });
    expect(await detail(another.id)).toMatchObject({ state: 'lent' });
  });

  test('wants a reason where nobody gave one', async () => {
    const tool = await lent(books().actors.technician);
    const plain = { ...tool, reason: '', chargeFen: null };
    await expect(as(books().actors.leader)((tx) => loseTool(tx, plain))).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    await expect(
      as(books().actors.leader)((tx) => refuseLose(tx, { ...tool, reason: '不行' })),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
