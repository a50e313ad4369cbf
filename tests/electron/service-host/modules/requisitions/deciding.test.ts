import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { readCourse } from '#shared/domain/requisition-course.ts';
import { approveSeveral } from '#host/desks/decisions/deciding.service.ts';
import { decisions } from '#host/roll/decisions.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { caseEvents } from '#host/schema/cases.tables.ts';
import { deputies } from '#host/schema/people.tables.ts';
import {
  allowOverLimit,
  approveRequisition,
  rejectRequisition,
} from '#host/modules/requisitions/deciding.service.ts';
import { requisitionDetail, requisitionRows } from '#host/modules/requisitions/requisitions.queries.ts';
import {
  draftRequisition,
  editRequisition,
  submitRequisition,
  takeOverRequisition,
  voidRequisition,
  withdrawRequisition,
} from '#host/modules/requisitions/requisitions.service.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { addAccount, approved, expectRefused, openShop, rowOf, submitted, wish } from './parts-shop.ts';

/** Names a deputy for today, and returns how to end that. */
async function standIn(books: Books, forWhom: Actor, deputy: Actor) {
  const id = newId<'deputy'>();
  const [personId, deputyId] = [forWhom.personId ?? '', deputy.personId ?? ''];
  await books.write((tx) =>
    tx.db.insert(deputies).values({ id, personId, deputyId, fromDay: '2026-11-01', untilDay: '2026-11-30' }),
  );
  return () =>
    books.write((tx) => tx.db.update(deputies).set({ endedAt: tx.now }).where(eq(deputies.id, id)));
}

onBothEngines('decisions on requisitions', (books) => {
  const approve = (of: { id: string; version: number }, actor: Actor) =>
    books().write((tx) => approveRequisition(tx, { ...of, reason: '同意' }), actor);
  const trailOf = async ({ id }: { id: string }, act: string) => {
    const [entry] = await books().read((tx) =>
      tx.db
        .select({ personId: auditEntries.personId, after: auditEntries.after })
        .from(auditEntries)
        .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.act, `requisitions.${act}`))),
    );
    return entry;
  };
  const expectNotBy = (
    of: { id: string; version: number },
    actor: Actor,
    code = 'OWN_REQUISITION' as const,
  ) => expectRefused(books(), code, (tx) => approveRequisition(tx, { ...of, reason: '' }), actor);

  test('another leader approves, and the final number and the decision stand in the books', async () => {
    const shop = await openShop(books());
    const asked = await submitted(books(), shop);
    const { leader } = books().actors;
    await expectRefused(
      books(),
      'CHANGED_MEANWHILE',
      (tx) => approveRequisition(tx, { ...asked, version: 1, reason: '' }),
      leader,
    );
    const saved = await approve(asked, leader);
    expect(saved.number).toMatch(/^LL202611-\d{4}$/);
    expect(await rowOf(books(), asked.id)).toMatchObject({
      state: 'approved',
      number: saved.number,
      decidedBy: leader.personId,
      decisionReason: '同意',
    });
    const [audit] = await books().read((tx) =>
      tx.db
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.subjectId, asked.id), eq(auditEntries.act, 'requisitions.approve'))),
    );
    expect(audit).toMatchObject({
      personName: 'leader',
      before: { state: 'submitted' },
      after: { state: 'approved' },
    });
    await expectRefused(
      books(),
      'WRONG_STATE',
      (tx) => approveRequisition(tx, { id: asked.id, version: saved.version, reason: '' }),
      leader,
    );
    await expectRefused(
      books(),
      'NOT_FOUND',
      (tx) => approveRequisition(tx, { id: newId(), version: 1, reason: '' }),
      leader,
    );
  });

  test('nobody decides on their own: not the writer, the submitter, the editor, the holder', async () => {
    const shop = await openShop(books());
    const { leader, leader2, technician } = books().actors;
    const byWriter = await books().write(async (tx) => {
      const draft = await draftRequisition(tx, wish(shop));
      return { ...draft, version: 1 };
    }, leader);
    const written = await books().write((tx) => submitRequisition(tx, byWriter), technician);
    await expectNotBy(written, leader);

    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)), technician);
    const sent = await books().write(
      async (tx) => submitRequisition(tx, await takeOverRequisition(tx, draft)),
      leader,
    );
    await expectNotBy(sent, leader);

    const edited = await books().write((tx) => draftRequisition(tx, wish(shop)), technician);
    const changed = await books().write(async (tx) => {
      const taken = await takeOverRequisition(tx, edited);
      return editRequisition(tx, { ...wish(shop), ...taken, notes: 'two more' });
    }, leader);
    const askedForBoth = await books().write((tx) => submitRequisition(tx, changed), technician);
    await expectNotBy(askedForBoth, leader);

    const ownAccount = await books().write((tx) => addAccount(tx, 'technician', '负责人', leader.personId));
    const held = await submitted(books(), shop, undefined, { holderAccountId: ownAccount });
    await expectNotBy(held, leader);
    await expectRefused(
      books(),
      'OWN_REQUISITION',
      (tx) => rejectRequisition(tx, { ...held, reason: 'no' }),
      leader,
    );
    await expectRefused(
      books(),
      'OWN_REQUISITION',
      (tx) => allowOverLimit(tx, { ...held, reason: 'urgent' }),
      leader,
    );

    const detail = await books().read((tx) => requisitionDetail(tx, { id: held.id }), leader);
    expect(detail).toMatchObject({ mayDecide: false, mayNotBecause: 'OWN_REQUISITION' });
    for (const one of [written, sent, askedForBoth, held]) {
      const forOther = await books().read((tx) => requisitionDetail(tx, { id: one.id }), leader2);
      expect(forOther).toMatchObject({ mayDecide: true, mayNotBecause: null });
      await approve(one, leader2);
    }
  });

  test('nor the deputy of one of them; but the deputy of somebody else does', async () => {
    const shop = await openShop(books());
    const { leader, leader2, quality, clerk } = books().actors;
    const endFirst = await standIn(books(), leader, quality);
    const ownAccount = await books().write((tx) => addAccount(tx, 'technician', '负责人', leader.personId));
    const asHolder = await submitted(books(), shop, undefined, { holderAccountId: ownAccount });
    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)), leader);
    const asWriter = await books().write(
      async (tx) => submitRequisition(tx, await takeOverRequisition(tx, draft)),
      clerk,
    );
    const other = await books().write((tx) => draftRequisition(tx, wish(shop)), clerk);
    const asSubmitter = await books().write(
      async (tx) => submitRequisition(tx, await takeOverRequisition(tx, other)),
      leader,
    );
    for (const one of [asHolder, asWriter, asSubmitter]) {
      await expectNotBy(one, quality);
      await expectRefused(
        books(),
        'OWN_REQUISITION',
        (tx) => allowOverLimit(tx, { id: one.id, version: one.version, reason: 'urgent' }),
        quality,
      );
    }
    await standIn(books(), leader2, quality);
    for (const one of [asHolder, asWriter]) await approve(one, quality);
    await books().write((tx) => allowOverLimit(tx, { ...asSubmitter, reason: 'urgent' }), quality);
    // Whoever reads the trail sees in whose place it was done; of the two it is the one whom it does not concern.
    for (const [one, act] of [
      [asWriter, 'approve'],
      [asSubmitter, 'allowOverLimit'],
    ] as const)
      expect(await trailOf(one, act)).toMatchObject({
        personId: quality.personId,
        after: { deputyFor: [leader2.personId] },
      });
    await endFirst();
    await approve(await submitted(books(), shop), quality);
    const byRight = await submitted(books(), shop);
    await approve(byRight, leader);
    expect((await trailOf(byRight, 'approve'))?.after).not.toHaveProperty('deputyFor');
  });

  test('a role without the right, or a deputy whose days are over, decides on nothing', async () => {
    const shop = await openShop(books());
    const { clerk, leader, finance } = books().actors;
    const asked = await submitted(books(), shop);
    await expectRefused(
      books(),
      'NOT_PERMITTED',
      (tx) => approveRequisition(tx, { ...asked, reason: '' }),
      clerk,
    );
    const detail = await books().read((tx) => requisitionDetail(tx, { id: asked.id }), clerk);
    expect(detail).toMatchObject({ mayDecide: false, mayNotBecause: 'NOT_PERMITTED' });
    const end = await standIn(books(), leader, finance);
    await end();
    await expectRefused(
      books(),
      'NOT_PERMITTED',
      (tx) => approveRequisition(tx, { ...asked, reason: '' }),
      finance,
    );
    await expectRefused(
      books(),
      'APPROVAL_REQUIRED',
      (tx) => allowOverLimit(tx, { ...asked, reason: 'urgent' }),
      clerk,
    );
  });

  test('a rejected one goes back to the draft and comes again', async () => {
    const shop = await openShop(books());
    const { leader, technician } = books().actors;
    const asked = await submitted(books(), shop);
    const refused = await books().write(
      (tx) => rejectRequisition(tx, { ...asked, reason: '先鉴定旧件' }),
      leader,
    );
    expect(await rowOf(books(), asked.id)).toMatchObject({ state: 'rejected', decisionReason: '先鉴定旧件' });
    expect(refused.number).toMatch(/^LL-T/);
    const back = await books().write((tx) => withdrawRequisition(tx, { ...refused, reason: '' }), technician);
    const again = await books().write((tx) => submitRequisition(tx, back), technician);
    const shown = await books().read((tx) => requisitionDetail(tx, { id: asked.id }), technician);
    expect(shown).toMatchObject({
      state: 'submitted',
      decidedByName: 'leader',
      decisionReason: '先鉴定旧件',
    });
    await approve(again, leader);
    expect(await rowOf(books(), asked.id)).toMatchObject({ state: 'approved', decisionReason: '同意' });
  });

  test('whoever sends back what is not theirs says why, and its writer sees it', async () => {
    const shop = await openShop(books());
    const { warehouse, leader, technician } = books().actors;
    const asked = await submitted(books(), shop);
    for (const other of [leader, warehouse])
      await expectRefused(
        books(),
        'REASON_REQUIRED',
        (tx) => withdrawRequisition(tx, { ...asked, reason: '' }),
        other,
      );
    expect(await rowOf(books(), asked.id)).toMatchObject({ state: 'submitted', version: asked.version });
    const back = await books().write(
      (tx) => withdrawRequisition(tx, { ...asked, reason: '先鉴定旧件' }),
      leader,
    );
    const shown = await books().read((tx) => requisitionDetail(tx, { id: asked.id }), technician);
    expect(shown).toMatchObject({
      state: 'draft',
      decidedByName: 'leader',
      decisionReason: '先鉴定旧件',
      isOwn: true,
    });
    const [row] = await books().read((tx) => requisitionRows(tx, [asked.id]));
    expect(row).toMatchObject({ state: 'draft', sentBack: true });
    const told = await books().read((tx) =>
      tx.db.select({ text: caseEvents.text }).from(caseEvents).where(eq(caseEvents.documentId, asked.id)),
    );
    expect(told.map(({ text }) => readCourse(text))).toContainEqual({
      course: 'sentBack',
      reason: '先鉴定旧件',
    });
    const [entry] = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.act, 'requisitions.sendBack')),
    );
    expect(entry).toMatchObject({
      subjectId: asked.id,
      personName: 'leader',
      after: { state: 'draft', decisionReason: '先鉴定旧件' },
    });

    const again = await books().write((tx) => submitRequisition(tx, back), technician);
    const mine = await books().write((tx) => withdrawRequisition(tx, { ...again, reason: '' }), technician);
    await books().write((tx) => voidRequisition(tx, { ...mine, reason: '不用了' }), technician);
    const voided = {
      state: 'void',
      decidedBy: null,
      decidedAt: null,
      decisionReason: '',
      voidReason: '不用了',
    };
    expect(await rowOf(books(), asked.id)).toMatchObject(voided);
  });

  test("a leader's allowance ends when the requisition is taken back", async () => {
    const shop = await openShop(books());
    const { leader, technician } = books().actors;
    const asked = await submitted(books(), shop);
    const allowed = await books().write((tx) => allowOverLimit(tx, { ...asked, reason: '抢修' }), leader);
    expect(await rowOf(books(), asked.id)).toMatchObject({ allowedBy: leader.personId, allowReason: '抢修' });
    await books().write((tx) => withdrawRequisition(tx, { ...allowed, reason: '' }), technician);
    expect(await rowOf(books(), asked.id)).toMatchObject({ allowedBy: null, allowReason: '' });
  });

  test('of several, each stands for itself, and the numbers have no gap', async () => {
    const shop = await openShop(books());
    const { leader, leader2 } = books().actors;
    const [first, second, third] = [
      await submitted(books(), shop),
      await submitted(books(), shop),
      await submitted(books(), shop),
    ];
    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)), leader);
    const own = await books().write((tx) => submitRequisition(tx, draft), leader);
    const done = await approved(books(), shop);
    const unknown = newId();
    const { results } = await books().write(
      (tx) =>
        approveSeveral(
          tx,
          decisions,
          [
            first,
            { id: own.id, version: own.version },
            { ...second, version: 1 },
            { id: done.id, version: done.version },
            { id: unknown, version: 1 },
            third,
            third,
          ].map(({ id, version }) => ({ kind: 'requisition.approve', id, version })),
        ),
      leader,
    );
    expect(results.map(({ id, refusal }) => [id, refusal])).toEqual([
      [first.id, null],
      [own.id, 'OWN_REQUISITION'],
      [second.id, 'CHANGED_MEANWHILE'],
      [done.id, 'WRONG_STATE'],
      [unknown, 'NOT_FOUND'],
      [third.id, null],
      [third.id, 'WRONG_STATE'],
    ]);
    expect(results[3]?.facts).toMatchObject({ number: done.number, state: 'approved' });
    const next = await books().write((tx) => approveRequisition(tx, { ...second, reason: '' }), leader2);
    const numbers = [
      (await rowOf(books(), first.id)).number,
      (await rowOf(books(), third.id)).number,
      next.number,
    ].map((number) => Number(number.slice(-4)));
    const start = Number(done.number.slice(-4));
    expect(numbers).toEqual([start + 1, start + 2, start + 3]);
    expect((await rowOf(books(), own.id)).state).toBe('submitted');
  });
});
