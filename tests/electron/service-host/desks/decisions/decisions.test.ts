import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { decisionKinds, decisionsTold, type DecisionKind } from '#shared/domain/decision-kinds.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import { approve, approveSeveral, reject, sendBack } from '#host/desks/decisions/deciding.service.ts';
import {
  draftRequisition,
  editRequisition,
  submitRequisition,
  withdrawRequisition,
} from '#host/modules/requisitions/requisitions.service.ts';
import { decisions } from '#host/roll/decisions.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { oldParts } from '#host/schema/old-parts.tables.ts';
import { serviceReports } from '#host/schema/reports.tables.ts';
import { requisitions } from '#host/schema/requisitions.tables.ts';
import { tools } from '#host/schema/tools.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { openShop, rowOf, wish } from '../../modules/requisitions/parts-shop.ts';
import {
  inboxOf,
  makes,
  promoted,
  rowFor,
  sayRules,
  signaturesOf,
  standIn,
  supplementState,
  type Waits,
} from './waiting-room.ts';

/** What stands with the noun about the matter. */
const standsWith: Readonly<Record<DecisionKind, (books: Books, id: string) => Promise<unknown>>> = {
  'requisition.approve': async (books, id) => (await rowOf(books, id)).state,
  'requisition.allowOverLimit': async (books, id) => {
    const { allowedBy, allowReason, allowAskedAt } = await rowOf(books, id);
    return allowAskedAt !== null ? 'asked' : allowedBy === null ? 'not asked' : `allowed: ${allowReason}`;
  },
  'report.approve': async (books, id) => {
    const [row] = await books.read((tx) =>
      tx.db.select().from(serviceReports).where(eq(serviceReports.id, id)),
    );
    return row?.state;
  },
  'supplement.approve': supplementState,
  'oldPart.waive': async (books, id) => {
    const [row] = await books.read((tx) => tx.db.select().from(oldParts).where(eq(oldParts.id, id)));
    return row?.waiveAskedAt === null ? row.state : 'asked';
  },
  'tool.lose': async (books, id) => {
    const [row] = await books.read((tx) => tx.db.select().from(tools).where(eq(tools.id, id)));
    return row?.loseAskedAt === null ? `${row.state} ${row.chargeFen}` : 'asked';
  },
};

const expected: Readonly<
  Record<DecisionKind, { before: string; approved: string; rejected: string | null }>
> = {
  'requisition.approve': { before: 'submitted', approved: 'approved', rejected: 'rejected' },
  'requisition.allowOverLimit': { before: 'asked', approved: 'allowed: 急修', rejected: 'not asked' },
  'report.approve': { before: 'signed', approved: 'approved', rejected: null },
  'supplement.approve': { before: 'submitted', approved: 'approved', rejected: 'rejected' },
  'oldPart.waive': { before: 'asked', approved: 'waived', rejected: 'due' },
  'tool.lose': { before: 'asked', approved: 'lost 30000', rejected: 'lent null' },
};

onBothEngines('decisions', (books) => {
  const seen = (kind: DecisionKind, { id, version }: Waits, reason = '') => ({ kind, id, version, reason });
  const doing = {
    approve: (kind: DecisionKind, one: Waits, actor: Actor, reason = '') =>
      books().write((tx) => approve(tx, decisions, seen(kind, one, reason)), actor),
    reject: (kind: DecisionKind, one: Waits, actor: Actor, reason = '不行') =>
      books().write((tx) => reject(tx, decisions, seen(kind, one, reason)), actor),
    sendBack: (kind: DecisionKind, one: Waits, actor: Actor, reason = '补照片') =>
      books().write((tx) => sendBack(tx, decisions, seen(kind, one, reason)), actor),
  };
  const refusalOf = async (work: Promise<unknown>): Promise<string | undefined> => {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error === undefined) return undefined;
    if (error instanceof Refusal) return error.code;
    throw new Error('this is no refusal', { cause: error });
  };

  describe.each(decisionKinds)('%s', (kind) => {
    test('waits in the inbox of a leader, is approved there, and is gone', async () => {
      const one = await makes[kind](books());
      const { leader, leader2, clerk } = books().actors;
      expect(await standsWith[kind](books(), one.id)).toBe(expected[kind].before);
      const row = await rowFor(books(), leader, kind, one);
      expect(row).toMatchObject({
        version: one.version,
        recordKind: decisionsTold[kind].of,
        recordId: one.recordId,
        signedBy: [],
        neededCount: 1,
      });
      expect(row?.summary).not.toBe('');
      expect(row?.askedByName).not.toBe('');
      expect((await inboxOf(books(), clerk)).rows).toEqual([]);
      const stale = await refusalOf(doing.approve(kind, { ...one, version: one.version + 1 }, leader));
      expect(stale).toBe('CHANGED_MEANWHILE');
      await doing.approve(kind, one, leader);
      expect(await standsWith[kind](books(), one.id)).toBe(expected[kind].approved);
      expect(await rowFor(books(), leader2, kind, one)).toBeUndefined();
      expect((await signaturesOf(books(), kind, one)).at(-1)).toMatchObject({
        decision: kind,
        personName: 'leader',
        inPlaceOf: [],
        verdict: 'approve',
        version: one.version,
        standing: 'concluded',
      });
      // Where the state of the noun stays, the version tells.
      expect(await refusalOf(doing.approve(kind, one, leader2))).toMatch(/WRONG_STATE|CHANGED_MEANWHILE/);
    });

    test('is rejected with a reason, where the noun knows that', async () => {
      const one = await makes[kind](books());
      const { leader } = books().actors;
      const { rejected, before } = expected[kind];
      const refusal = await refusalOf(doing.reject(kind, one, leader));
      expect(refusal).toBe(rejected === null ? 'NOT_DECIDED_SO' : undefined);
      expect(await standsWith[kind](books(), one.id)).toBe(rejected ?? before);
      if (rejected === null) return;
      expect((await signaturesOf(books(), kind, one)).at(-1)).toMatchObject({
        verdict: 'reject',
        reason: '不行',
        standing: 'concluded',
      });
    });

    test('goes back to its author as a draft, where the noun knows that', async () => {
      const one = await makes[kind](books());
      const refusal = await refusalOf(doing.sendBack(kind, one, books().actors.leader));
      if (kind !== 'requisition.approve') return expect(refusal).toBe('NOT_DECIDED_SO');
      expect(refusal).toBeUndefined();
      expect(await rowOf(books(), one.id)).toMatchObject({ state: 'draft', decisionReason: '补照片' });
      expect((await signaturesOf(books(), kind, one)).at(-1)).toMatchObject({ verdict: 'sendBack' });
    });

    test('is decided by nobody whom it concerns, on no path, nor by a deputy of theirs', async () => {
      const one = await makes[kind](books());
      const { quality } = books().actors;
      const concerned = await books().read((tx) => decisions[kind].concerned(tx, one.id));
      const persons = [...new Set(concerned.filter((person) => person !== null))];
      expect(persons.length).toBeGreaterThan(0);
      const before = await standsWith[kind](books(), one.id);
      for (const person of persons) {
        const { actor, demote } = await promoted(books(), person);
        const end = await standIn(books(), person, quality);
        for (const who of [actor, quality]) {
          for (const act of ['approve', 'reject', 'sendBack'] as const) {
            if (act !== 'approve' && decisions[kind][act] === undefined) continue;
            expect(await refusalOf(doing[act](kind, one, who, '理由'))).toMatch(/^OWN_/);
          }
          const { id, version } = one;
          const { results } = await books().write(
            (tx) => approveSeveral(tx, decisions, [{ kind, id, version }]),
            who,
          );
          expect(results[0]?.refusal).toMatch(/^OWN_/);
          expect(await rowFor(books(), who, kind, one)).toBeUndefined();
        }
        await demote();
        await end();
      }
      expect(await standsWith[kind](books(), one.id)).toBe(before);
      expect((await signaturesOf(books(), kind, one)).filter(({ decision }) => decision === kind)).toEqual(
        [],
      );
    });
  });

  test('two sign together: the first changes nothing of the noun, and nobody signs twice', async () => {
    const kind = 'requisition.approve';
    const one = await makes[kind](books());
    const { leader, leader2, quality } = books().actors;
    await sayRules(books(), [{ decision: kind, fromFen: 0, signers: 2, inOrder: [] }]);
    const first = await doing.approve(kind, one, leader);
    expect(first.version).toBe(one.version);
    expect((await rowOf(books(), one.id)).state).toBe('submitted');
    expect(await signaturesOf(books(), kind, one)).toMatchObject([
      { personName: 'leader', standing: 'counted' },
    ]);
    const [entry] = await books().read((tx) =>
      tx.db
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.subjectId, one.id), eq(auditEntries.act, 'decisions.sign'))),
    );
    expect(entry).toMatchObject({ personName: 'leader', after: { decision: kind } });
    expect(await refusalOf(doing.approve(kind, one, leader))).toBe('ALREADY_SIGNED');
    expect(await rowFor(books(), leader, kind, one)).toBeUndefined();
    // Somebody who stands in for a person who signed has no signature of theirs left.
    const end = await standIn(books(), leader.personId ?? '', quality);
    expect(await refusalOf(doing.approve(kind, one, quality))).toBe('ALREADY_SIGNED');
    await end();
    expect(await rowFor(books(), leader2, kind, one)).toMatchObject({ signedBy: ['leader'], neededCount: 2 });
    await doing.approve(kind, one, leader2);
    expect((await rowOf(books(), one.id)).state).toBe('approved');
    expect((await signaturesOf(books(), kind, one)).map(({ standing }) => standing)).toEqual([
      'concluded',
      'concluded',
    ]);
    await sayRules(books(), []);
  });

  test('an edit between two signers makes the first signature void', async () => {
    const kind = 'requisition.approve';
    await sayRules(books(), [{ decision: kind, fromFen: 0, signers: 2, inOrder: [] }]);
    const shop = await openShop(books());
    const { leader, leader2, technician } = books().actors;
    const again = async (of: { id: string; version: number }) => {
      const saved = await books().write((tx) => submitRequisition(tx, of), technician);
      return { ...of, version: saved.version, recordId: of.id };
    };
    const one = await again(await books().write((tx) => draftRequisition(tx, wish(shop)), technician));
    await doing.approve(kind, one, leader);
    const edited = await books().write(async (tx) => {
      const back = await withdrawRequisition(tx, { ...one, reason: '' });
      return editRequisition(tx, { ...wish(shop), ...back, notes: '改成两件' });
    }, technician);
    const two = await again(edited);
    expect(await signaturesOf(books(), kind, two)).toMatchObject([{ standing: 'void' }]);
    await doing.approve(kind, two, leader2);
    expect((await rowOf(books(), two.id)).state).toBe('submitted');
    await doing.approve(kind, two, leader);
    expect((await rowOf(books(), two.id)).state).toBe('approved');
    expect((await signaturesOf(books(), kind, two)).map(({ standing }) => standing)).toEqual([
      'void',
      'concluded',
      'concluded',
    ]);
    await sayRules(books(), []);
  });

  test('in an order it is the turn of one, or of a deputy of theirs; whom it concerns is passed over', async () => {
    const kind = 'report.approve';
    const { leader, leader2, quality, technician } = books().actors;
    const [first, second] = [leader2.personId ?? '', leader.personId ?? ''];
    await sayRules(books(), [{ decision: kind, fromFen: 0, signers: 2, inOrder: [first, second] }]);
    const one = await makes[kind](books());
    expect(await rowFor(books(), leader, kind, one)).toBeUndefined();
    expect(await refusalOf(doing.approve(kind, one, leader))).toBe('NOT_YOUR_TURN');
    const end = await standIn(books(), first, quality);
    await doing.approve(kind, one, quality);
    await end();
    expect(await signaturesOf(books(), kind, one)).toMatchObject([
      { personName: 'quality', inPlaceOf: ['leader2'], standing: 'counted' },
    ]);
    expect(await refusalOf(doing.approve(kind, one, leader2))).toBe('ALREADY_SIGNED');
    expect(await rowFor(books(), leader, kind, one)).toMatchObject({ neededCount: 2 });
    await doing.approve(kind, one, leader);
    expect(await standsWith[kind](books(), one.id)).toBe('approved');

    const { demote } = await promoted(books(), technician.personId ?? '');
    await sayRules(books(), [
      { decision: kind, fromFen: 0, signers: 2, inOrder: [technician.personId ?? '', second] },
    ]);
    const two = await makes[kind](books());
    await doing.approve(kind, two, leader);
    expect(await standsWith[kind](books(), two.id)).toBe('approved');
    await demote();
    await sayRules(books(), []);
  });

  test('a rule with an amount holds from that amount on, and a submission wants so many approvers', async () => {
    const kind = 'requisition.approve';
    const { leader, technician } = books().actors;
    const one = await makes[kind](books());
    const { amountFen } = await rowOf(books(), one.id);
    await sayRules(books(), [{ decision: kind, fromFen: amountFen + 1, signers: 3, inOrder: [] }]);
    await doing.approve(kind, one, leader);
    expect((await rowOf(books(), one.id)).state).toBe('approved');
    await sayRules(books(), [{ decision: kind, fromFen: amountFen, signers: 3, inOrder: [] }]);
    const shop = await openShop(books());
    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)), technician);
    expect(await refusalOf(books().write((tx) => submitRequisition(tx, draft), technician))).toBe(
      'NO_APPROVER',
    );
    await sayRules(books(), []);
    await books().write((tx) => submitRequisition(tx, draft), technician);
  });

  test('rules that nobody could fulfil are refused', async () => {
    const { clerk, leader } = books().actors;
    const rule = { decision: 'report.approve', fromFen: 0, signers: 1 } as const;
    const said = (...rules: Parameters<typeof sayRules>[1]) => refusalOf(sayRules(books(), rules));
    expect(await said({ ...rule, inOrder: [clerk.personId ?? ''] })).toBe('INVALID_INPUT');
    const twice = [leader.personId ?? '', leader.personId ?? ''];
    expect(await said({ ...rule, inOrder: twice })).toBe('INVALID_INPUT');
    expect(await said({ ...rule, inOrder: [] }, { ...rule, inOrder: [] })).toBe('INVALID_INPUT');
  });

  test('a deputy finds in the inbox what they may decide, as long as they stand in', async () => {
    const kind = 'oldPart.waive';
    const one = await makes[kind](books());
    const { leader, quality } = books().actors;
    expect((await inboxOf(books(), quality)).rows).toEqual([]);
    const end = await standIn(books(), leader.personId ?? '', quality);
    expect(await rowFor(books(), quality, kind, one)).toBeDefined();
    await doing.approve(kind, one, quality);
    expect(await signaturesOf(books(), kind, one)).toMatchObject([
      { personName: 'quality', inPlaceOf: ['leader'] },
    ]);
    await end();
    expect((await inboxOf(books(), quality)).rows).toEqual([]);
  });

  test('of several kinds at once, one that is refused leaves the others, and says why', async () => {
    const { leader } = books().actors;
    const chosen: { kind: DecisionKind; id: string; version: number }[] = [];
    for (const kind of decisionKinds) {
      const { id, version } = await makes[kind](books());
      chosen.push({ kind, id, version: kind === 'report.approve' ? version - 1 : version });
    }
    const { results } = await books().write((tx) => approveSeveral(tx, decisions, chosen), leader);
    expect(results.map(({ kind, refusal }) => [kind, refusal])).toEqual(
      decisionKinds.map((kind) => [kind, kind === 'report.approve' ? 'CHANGED_MEANWHILE' : null]),
    );
    for (const { kind, id } of chosen) {
      const { approved, before } = expected[kind];
      expect(await standsWith[kind](books(), id)).toBe(kind === 'report.approve' ? before : approved);
    }
  });

  test('the inbox is in the order of asking, and tells what stands out', async () => {
    const shop = await openShop(books());
    const { leader, technician } = books().actors;
    books().pass(60_000);
    const draft = await books().write(
      (tx) => draftRequisition(tx, wish(shop, [{ partId: shop.pumpId, quantity: 9000 }])),
      technician,
    );
    await books().write((tx) => submitRequisition(tx, draft), technician);
    const { rows, count } = await inboxOf(books(), leader);
    expect(count).toBe(rows.length);
    const moments = rows.map(({ askedAt }) => askedAt);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    const row = rows.find(({ id }) => id === draft.id);
    expect(row?.warnings).toEqual(['stockShort']);
    const [known] = await books().read((tx) =>
      tx.db.select().from(requisitions).where(eq(requisitions.id, draft.id)),
    );
    expect(row?.amountFen).toBe(known?.amountFen);
  });
});
