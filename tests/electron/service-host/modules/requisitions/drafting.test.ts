import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import { requisitionsContract } from '#shared/contract/requisitions.contract.ts';
import { refusalSentence } from '#shared/messages/refusal-sentence.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { caseEvents, cases } from '#host/schema/cases.tables.ts';
import { voidedNumbers } from '#host/schema/numbering.tables.ts';
import { people } from '#host/schema/people.tables.ts';
import { requisitionDetail } from '#host/modules/requisitions/requisitions.queries.ts';
import {
  draftRequisition,
  editRequisition,
  submitRequisition,
  voidRequisition,
  withdrawRequisition,
} from '#host/modules/requisitions/requisitions.service.ts';
import { searchKind } from '#host/desks/search/search.queries.ts';
import { warrantyJudgements } from '#host/schema/warranty.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { insertPart } from '#tests/support/plain-rows.ts';
import {
  addAccount,
  approved,
  expectRefused,
  openShop,
  rowOf,
  submitted,
  wish,
  type Shop,
} from './parts-shop.ts';

const rare = '𠮷䶮㛃 🚌 "quotes" <script>alert(1)</script> \'; --';

const auditOf = (books: Books, id: string) =>
  books.read((tx) =>
    tx.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectKind, 'requisition'), eq(auditEntries.subjectId, id)))
      .orderBy(auditEntries.sequence),
  );

const judged = (books: Books, shop: Shop, unitId: string) =>
  books.write(async (tx) => {
    const id = newId<'judgement'>();
    await tx.db.insert(warrantyJudgements).values({
      id,
      number: `PD-${id}`,
      unitId,
      caseId: shop.caseId,
      componentGroupCode: 'chassis',
      componentGroupName: '底盘',
      basisDay: '2026-11-01',
      exclusions: [],
      verdict: 'undecided',
      reasons: [],
      overruledVerdict: 'covered',
      overruleReason: '',
      at: tx.now,
      version: 1,
    });
    return id;
  });

onBothEngines('drafts of requisitions', (books) => {
  test('a draft has a provisional number, the unit of its case, the prices of today, and is found', async () => {
    const shop = await openShop(books());
    const input = { ...wish(shop, [{ partId: shop.pumpId, quantity: 2000, fault: rare }]), notes: rare };
    const draft = await books().write((tx) => draftRequisition(tx, input));
    expect(draft).toMatchObject({ version: 1, number: expect.stringMatching(/^LL-T\d{4,}$/) as string });
    const shown = await books().read((tx) => requisitionDetail(tx, { id: draft.id }));
    expect(shown).toMatchObject({
      state: 'draft',
      unitId: shop.unitId,
      amountFen: 172_000,
      notes: rare,
      createdByName: 'clerk',
      lines: [{ quantity: 2000, unitPriceFen: 86_000, amountFen: 172_000, fault: rare }],
    });
    expect((await rowOf(books(), draft.id)).amountFen).toBe(172_000);
    const hits = await books().read((tx) => searchKind(tx, 'requisition', draft.number, 5));
    expect(hits.rows.map((hit) => hit.id)).toContain(draft.id);
    expect(await auditOf(books(), draft.id)).toMatchObject([
      {
        act: 'requisitions.draft',
        personName: 'clerk',
        after: { number: draft.number, lines: [{ fault: rare }] },
      },
    ]);
  });

  test('an edit rewrites the lines, and the audit trail tells both', async () => {
    const shop = await openShop(books());
    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)));
    const hoseId = await books().write((tx) => insertPart(tx, { unitOfMeasure: '米', priceFen: 1_250 }));
    const stationId = await books().write((tx) => addAccount(tx, 'station', '温州站'));
    const input = { ...wish(shop, [{ partId: hoseId, quantity: 2500 }]), holderAccountId: stationId };
    const saved = await books().write((tx) => editRequisition(tx, { ...input, ...draft }));
    expect(saved).toEqual({ id: draft.id, version: 2, number: draft.number });
    expect(await rowOf(books(), draft.id)).toMatchObject({ amountFen: 3_125, unitId: shop.unitId });
    expect((await auditOf(books(), draft.id))[1]).toMatchObject({
      act: 'requisitions.edit',
      before: { amountFen: 86_000, lines: [{ partId: shop.pumpId }] },
      after: { amountFen: 3_125, lines: [{ partId: hoseId, quantity: 2500 }] },
    });
    const hits = await books().read((tx) => searchKind(tx, 'requisition', '温州站', 5));
    expect(hits.rows.map((hit) => hit.id)).toContain(draft.id);
    await expectRefused(
      books(),
      'CHANGED_MEANWHILE',
      (tx) => editRequisition(tx, { ...input, ...draft }),
      books().actors.clerk,
    );
  });

  test('an old part that must come back is left out by none but those who may waive it', async () => {
    const shop = await openShop(books());
    const { technician, leader } = books().actors;
    const waived = wish(shop, [{ partId: shop.pumpId, oldPartRequired: false }]);
    const refusal = await expectRefused(
      books(),
      'OLD_PART_RULE',
      (tx) => draftRequisition(tx, waived),
      technician,
    );
    expect(refusal.facts).toMatchObject({ part: expect.stringContaining('水泵总成') });
    // Goods to carry along replace nothing yet, and become due when they are drawn for a case after all.
    const carried = await books().write(
      (tx) => draftRequisition(tx, { ...waived, purpose: 'stock' }),
      technician,
    );
    await expectRefused(
      books(),
      'OLD_PART_RULE',
      (tx) => editRequisition(tx, { ...waived, ...carried }),
      technician,
    );
    const granted = await books().write((tx) => draftRequisition(tx, waived), leader);
    await books().write((tx) => editRequisition(tx, { ...waived, ...granted, notes: '急' }), leader);
  });

  test('what a draft names must be there and fit', async () => {
    const shop = await openShop(books());
    const { clerk } = books().actors;
    const otherUnit = (await openShop(books())).unitId;
    const [own, strange] = [await judged(books(), shop, shop.unitId), await judged(books(), shop, otherUnit)];
    const idle = await books().write((tx) => insertPart(tx, { active: false }));
    const golden = await books().write((tx) => insertPart(tx, { priceFen: 10_000_000_000 }));
    const refused = [
      ['NOT_FOUND', { holderAccountId: newId() }],
      ['ACCOUNT_NOT_USABLE', { holderAccountId: shop.binId }],
      ['NOT_FOUND', { caseId: newId() }],
      ['NOT_FOUND', { unitId: newId() }],
      ['NOT_FOUND', { lines: wish(shop, [{ partId: newId() }]).lines }],
      ['NOT_FOUND', { lines: wish(shop, [{ partId: idle }]).lines }],
      ['NOT_FOUND', { lines: wish(shop, [{ partId: shop.pumpId, judgementId: newId() }]).lines }],
      ['DOES_NOT_BELONG', { unitId: otherUnit }],
      ['DOES_NOT_BELONG', { lines: wish(shop, [{ partId: shop.pumpId, judgementId: strange }]).lines }],
      ['INVALID_INPUT', { lines: wish(shop, [{ partId: golden, quantity: 2000 }]).lines }],
    ] as const;
    for (const [code, over] of refused)
      await expectRefused(books(), code, (tx) => draftRequisition(tx, { ...wish(shop), ...over }), clerk);
    const fits = wish(shop, [{ partId: shop.pumpId, judgementId: own }]);
    const draft = await books().write((tx) => draftRequisition(tx, fits));
    const shown = await books().read((tx) => requisitionDetail(tx, { id: draft.id }));
    expect(shown.lines[0]).toMatchObject({ verdict: 'covered', judgementNumber: `PD-${own}` });
    await books().write((tx) =>
      tx.db.update(cases).set({ state: 'closed' }).where(eq(cases.id, shop.caseId)),
    );
    await expectRefused(books(), 'WRONG_STATE', (tx) => draftRequisition(tx, wish(shop)), clerk);
    await expectRefused(books(), 'WRONG_STATE', (tx) => submitRequisition(tx, draft), clerk);
  });

  test('submitting carries the case on; without lines or anybody else to approve it is refused', async () => {
    const shop = await openShop(books());
    const { technician, leader, leader2 } = books().actors;
    const empty = await books().write((tx) => draftRequisition(tx, wish(shop, [])), technician);
    await expectRefused(books(), 'NO_LINES', (tx) => submitRequisition(tx, empty), technician);
    const own = await books().write((tx) => draftRequisition(tx, wish(shop)), leader);
    const active = (yes: boolean) =>
      books().write((tx) =>
        tx.db
          .update(people)
          .set({ active: yes })
          .where(eq(people.id, leader2.personId ?? '')),
      );
    await active(false);
    await expectRefused(books(), 'NO_APPROVER', (tx) => submitRequisition(tx, own), leader);
    // The leader is there and is the one concerned: the sentence says so, and does not ask for a leader.
    const sentence = await books()
      .write((tx) => submitRequisition(tx, own), leader)
      .then(
        () => '',
        (error: unknown) =>
          isRefusal(error, 'NO_APPROVER') ? refusalSentence('zh-CN', error.code, error.facts) : '',
      );
    expect(sentence).toMatch(/能审批的只有.+，是这张单的领用人或经手人/);
    await active(true);
    await books().write((tx) => submitRequisition(tx, own), leader);
    const [found] = await books().read((tx) => tx.db.select().from(cases).where(eq(cases.id, shop.caseId)));
    expect(found?.state).toBe('awaitingParts');
    const events = await books().read((tx) =>
      tx.db.select().from(caseEvents).where(eq(caseEvents.caseId, shop.caseId)),
    );
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'requisition', text: 'submitted', documentId: own.id }),
    );
    await expectRefused(
      books(),
      'WRONG_STATE',
      (tx) => submitRequisition(tx, { ...own, version: 2 }),
      leader,
    );
    await expectRefused(
      books(),
      'WRONG_STATE',
      (tx) => editRequisition(tx, { ...wish(shop), ...own, version: 2 }),
      leader,
    );
  });

  test('a withdrawn one is a draft again, without anything that was said of it', async () => {
    const shop = await openShop(books());
    const asked = await submitted(books(), shop);
    await expectRefused(
      books(),
      'CHANGED_MEANWHILE',
      (tx) => withdrawRequisition(tx, { ...asked, version: 1, reason: '' }),
      books().actors.clerk,
    );
    const back = await books().write(
      (tx) => withdrawRequisition(tx, { ...asked, reason: '' }),
      books().actors.technician,
    );
    expect(await rowOf(books(), asked.id)).toMatchObject({
      state: 'draft',
      submittedBy: null,
      submittedAt: null,
      allowedBy: null,
      version: back.version,
    });
    await expectRefused(
      books(),
      'WRONG_STATE',
      (tx) => withdrawRequisition(tx, { ...back, reason: '' }),
      books().actors.clerk,
    );
  });

  test('a voided final number stands in the register, a provisional one does not', async () => {
    const shop = await openShop(books());
    const { clerk, leader } = books().actors;
    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)));
    await books().write((tx) => voidRequisition(tx, { ...draft, reason: '写错' }));
    const final = await approved(books(), shop);
    await expectRefused(
      books(),
      'CHANGED_MEANWHILE',
      (tx) => voidRequisition(tx, { ...final, version: 1, reason: '用户取消' }),
      clerk,
    );
    await books().write((tx) => voidRequisition(tx, { ...final, reason: '用户取消' }), leader);
    expect((await rowOf(books(), final.id)).state).toBe('void');
    const register = await books().read((tx) => tx.db.select().from(voidedNumbers));
    expect(register).toContainEqual(
      expect.objectContaining({ number: final.number, documentId: final.id, reason: '用户取消' }),
    );
    expect(register.map((entry) => entry.number)).not.toContain(draft.number);
    await expectRefused(
      books(),
      'WRONG_STATE',
      (tx) => voidRequisition(tx, { ...final, version: 4, reason: '再来' }),
      clerk,
    );
  });
});

describe('the contract refuses', () => {
  const id = newId();
  const line = { partId: id, quantity: 1000, fault: '', judgementId: null, oldPartRequired: true };
  const good = {
    operationId: id,
    purpose: 'warranty',
    caseId: null,
    unitId: null,
    holderAccountId: id,
    notes: '',
    lines: [line],
  };
  const parse = (input: unknown) => {
    const schema = requisitionsContract.draft['~orpc'].inputSchema;
    return schema?.['~standard'].validate(input);
  };

  test('nothing good', async () => {
    expect(await parse(good)).not.toHaveProperty('issues');
  });

  test.each([
    ['no quantity', { lines: [{ ...line, quantity: 0 }] }],
    ['a negative one', { lines: [{ ...line, quantity: -1000 }] }],
    ['a broken one', { lines: [{ ...line, quantity: 0.5 }] }],
    ['one beyond bounds', { lines: [{ ...line, quantity: 1_000_000_001 }] }],
    ['no number', { lines: [{ ...line, quantity: Number.NaN }] }],
    ['too many lines', { lines: Array.from({ length: 201 }, () => line) }],
    ['no id', { holderAccountId: '1; DROP TABLE parts' }],
    ['an unknown field', { state: 'approved' }],
    ['an unknown purpose', { purpose: 'gift' }],
    ['a line break in the fault', { lines: [{ ...line, fault: '漏\n水' }] }],
    ['control characters', { notes: 'a\u0000b' }],
    ['half a surrogate', { notes: '\ud842' }],
  ])('%s', async (_, over) => {
    expect(await parse({ ...good, ...over })).toHaveProperty('issues');
  });
});

test.each([
  ['none', '', 'withdraw', false],
  ['nothing but a space', ' ', 'reject', true],
  ['a good one', '先鉴定旧件', 'withdraw', false],
  ['one too long', '长'.repeat(401), 'withdraw', true],
  ['control characters', 'a\u0000b', 'withdraw', true],
] as const)('of the reasons for a return the contract judges %s', async (_, reason, act, isRefused) => {
  const id = newId();
  const schema = requisitionsContract[act]['~orpc'].inputSchema;
  const parsed = await schema?.['~standard'].validate({ operationId: id, id, version: 1, reason });
  expect(parsed !== undefined && 'issues' in parsed).toBe(isRefused);
});
