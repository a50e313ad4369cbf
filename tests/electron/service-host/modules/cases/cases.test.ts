import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { Refusal } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import type { Unfinished } from '#host/modules/relations/case-documents.rules.ts';
import { caseDocuments, unfinishedOf } from '#host/roll/case-documents.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { openCasesOfUnit } from '#host/modules/cases/cases.open.queries.ts';
import { listCases } from '#host/modules/cases/cases.queries.ts';
import {
  addCaseEvent,
  editCase,
  markCase,
  moveCase,
  noteOnCase,
  openCase,
  type NewCase,
} from '#host/modules/cases/cases.service.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { voidedNumbers } from '#host/schema/numbering.tables.ts';
import { searchKind } from '#host/desks/search/search.queries.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { addFleet, addPolicy, addRequisition } from './case-fixtures.ts';

const rare = '𠮷䶮㛃 🚌 "quotes" <script>alert(1)</script> \'; --';

async function fleetWithCase(books: Books, more: Partial<NewCase> = {}) {
  return books.write(async (tx) => {
    const fleet = await addFleet(tx);
    const opened = await openCase(tx, {
      customerId: fleet.customerId,
      contactPersonId: fleet.personId,
      unitId: fleet.unitId,
      category: 'repair',
      faultGroup: 'chassisEngine',
      urgency: 'outOfService',
      symptom: '起步后水温高报警',
      ownerId: null,
      ...more,
    });
    return { ...fleet, ...opened };
  });
}

const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'nothing';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

onBothEngines('cases', (books) => {
  test('a case has its final number, owner and policy at once, and is found by plate and symptom', async () => {
    await books().write((tx) => addPolicy(tx, '2025-01-01', []));
    const policyId = await books().write((tx) => addPolicy(tx, '2026-01-01', ['bus']));
    await books().write((tx) => addPolicy(tx, '2026-02-01', ['other']));
    await books().write((tx) => addPolicy(tx, '2026-03-01', [], false));
    await books().write((tx) => addPolicy(tx, '2027-01-01', []));
    const { id, number } = await fleetWithCase(books(), { symptom: rare });
    expect(number).toMatch(/^FW202611-\d{4}$/);
    const shown = await books().read((tx) => getCase(tx, { id }, caseDocuments));
    expect(shown).toMatchObject({
      state: 'registered',
      symptom: rare,
      ownerName: 'clerk',
      customerName: '市第二公交公司',
      contactPersonName: '周师傅',
      version: 1,
      unit: { plate: '粤B·3K721D', mileageKm: null },
    });
    expect(shown.steps.find(({ state }) => state === 'current')?.step).toBe('judged');
    expect(shown.events.map(({ kind }) => kind)).toEqual(['registered']);
    const [audit] = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)),
    );
    expect(audit).toMatchObject({
      act: 'cases.open',
      personName: 'clerk',
      after: { number, policyId, symptom: rare },
    });
    for (const text of [number, '3k721', '𠮷', 'sdegj'])
      expect(
        (await books().read((tx) => searchKind(tx, 'case', text, 10))).rows.map((hit) => hit.id),
        text,
      ).toContain(id);
  });

  test('without a unit the judgement waits for one; an enquiry needs none', async () => {
    const judgedOf = async (more: Partial<NewCase>) => {
      const { id } = await fleetWithCase(books(), { unitId: null, ...more });
      const { steps, unit } = await books().read((tx) => getCase(tx, { id }, caseDocuments));
      return [unit, steps.find(({ step }) => step === 'judged')?.state];
    };
    expect(await judgedOf({})).toEqual([null, 'current']);
    expect(await judgedOf({ category: 'enquiry' })).toEqual([null, 'notNeeded']);
  });

  test('an unknown owner is refused, and nothing of it remains', async () => {
    expect(await codeOf(fleetWithCase(books(), { ownerId: newId<'person'>() }))).toBe('NOT_FOUND');
  });

  test('moves on, refuses what the rules refuse, and tells the story', async () => {
    const { id } = await fleetWithCase(books());
    const move = (
      version: number,
      state: 'assigned' | 'resolved' | 'closed' | 'inService' | 'void',
      reason = '',
    ) => books().write((tx) => moveCase(tx, { id, version, state, reason }, unfinishedOf));
    expect(await move(1, 'assigned')).toEqual({ id, version: 2 });
    expect(await codeOf(move(1, 'resolved'))).toBe('CHANGED_MEANWHILE');
    expect(await codeOf(move(2, 'closed'))).toBe('WRONG_STATE');
    expect(await codeOf(move(2, 'void'))).toBe('REASON_REQUIRED');
    books().pass(1000);
    await move(2, 'resolved');
    await move(3, 'closed');
    expect(await codeOf(move(4, 'inService'))).toBe('REASON_REQUIRED');
    await move(4, 'inService', rare);
    const shown = await books().read((tx) => getCase(tx, { id }, caseDocuments));
    expect(shown).toMatchObject({ state: 'inService', resolvedAt: null, closedAt: null, version: 5 });
    expect(shown.events.filter(({ kind }) => kind === 'state')).toHaveLength(4);
    expect(
      shown.events.some(({ text, documentNumber }) => text === rare && documentNumber === 'inService'),
    ).toBe(true);
    expect(
      await codeOf(
        books().write((tx) =>
          moveCase(tx, { id: newId(), version: 1, state: 'assigned', reason: '' }, unfinishedOf),
        ),
      ),
    ).toBe('NOT_FOUND');
  });

  test('is not closed while something is not cleared, nor voided', async () => {
    const { id } = await fleetWithCase(books());
    await books().write((tx) => addRequisition(tx, id, 'issued', `LL-${id}`));
    expect(
      await codeOf(
        books().write((tx) => moveCase(tx, { id, version: 1, state: 'void', reason: 'twice' }, unfinishedOf)),
      ),
    ).toBe('CASE_UNFINISHED');
    await books().write((tx) =>
      moveCase(tx, { id, version: 1, state: 'resolved', reason: '' }, unfinishedOf),
    );
    expect(
      await codeOf(
        books().write((tx) => moveCase(tx, { id, version: 2, state: 'closed', reason: '' }, unfinishedOf)),
      ),
    ).toBe('CASE_UNFINISHED');
  });

  test('is closed and voided by the word of its documents, which are asked about no other move', async () => {
    const { id } = await fleetWithCase(books());
    const asked: string[] = [];
    const move = (state: CaseState, version: number, found?: Unfinished) =>
      books().write((tx) =>
        moveCase(tx, { id, version, state, reason: 'why' }, async (_, caseId, end) => {
          asked.push(`${caseId} ${end}`);
          return found;
        }),
      );
    const lent = { number: 'JY1', why: 'open' } as const;
    await move('resolved', 1, lent);
    await expect(move('closed', 2, lent)).rejects.toMatchObject({
      code: 'CASE_UNFINISHED',
      facts: { number: 'JY1' },
    });
    await expect(move('closed', 2, { number: 'JJ1', why: 'notBack' })).rejects.toMatchObject({
      code: 'OLD_PART_MISSING',
      facts: { number: 'JJ1' },
    });
    await move('closed', 2);
    expect(asked).toEqual([`${id} closed`, `${id} closed`, `${id} closed`]);
  });

  test('shows the documents of every noun in the roll, in the order of time', async () => {
    const { id } = await fleetWithCase(books());
    await books().write((tx) => addRequisition(tx, id, 'issued', `LL-${id}`));
    const at = books().now();
    const loans = [
      { id: 'y2', number: 'JY2', state: 'back', at: at + 1 },
      { id: 'y1', number: 'JY1', state: 'lent', at: at - 1 },
    ];
    const roll = { ...caseDocuments, clearing: { of: async () => loans } };
    const { documents } = await books().read((tx) => getCase(tx, { id }, roll));
    expect(documents.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'clearing JY1',
      `requisition LL-${id}`,
      'clearing JY2',
    ]);
    expect(documents[0]).toEqual({ kind: 'clearing', ...loans[1] });
  });

  test('a voided number stays in the register', async () => {
    const { id, number } = await fleetWithCase(books());
    await books().write((tx) =>
      moveCase(tx, { id, version: 1, state: 'void', reason: 'opened twice' }, unfinishedOf),
    );
    const [kept] = await books().read((tx) =>
      tx.db.select().from(voidedNumbers).where(eq(voidedNumbers.number, number)),
    );
    expect(kept).toMatchObject({ documentKind: 'case', documentId: id, reason: 'opened twice' });
  });

  test('documents carry it on, never back', async () => {
    const { id } = await fleetWithCase(books());
    expect(await books().write((tx) => markCase(tx, id, 'awaitingParts'))).toBe(true);
    expect(await books().write((tx) => markCase(tx, id, 'assigned'))).toBe(false);
    expect(await books().write((tx) => markCase(tx, id, 'resolved'))).toBe(true);
    expect(await books().write((tx) => markCase(tx, id, 'inService'))).toBe(false);
    expect(await books().read((tx) => getCase(tx, { id }, caseDocuments))).toMatchObject({
      state: 'resolved',
      version: 3,
      resolvedAt: books().now(),
    });
  });

  test('is edited by one at a time, and not once it is closed', async () => {
    const { id, customerId, unitId } = await fleetWithCase(books(), { unitId: null });
    const edit = (version: number, more: Record<string, unknown> = {}) =>
      books().write((tx) =>
        editCase(tx, {
          id,
          version,
          contactPersonId: null,
          unitId,
          category: 'complaint',
          faultGroup: null,
          urgency: 'limping',
          symptom: '前门关不严',
          ownerId: books().actors.technician.personId,
          ...more,
        }),
      );
    await edit(1);
    expect(await codeOf(edit(1))).toBe('CHANGED_MEANWHILE');
    expect(await codeOf(edit(2, { contactPersonId: newId() }))).toBe('NOT_FOUND');
    expect(await codeOf(edit(2, { unitId: newId() }))).toBe('NOT_FOUND');
    expect(await codeOf(edit(2, { ownerId: newId() }))).toBe('NOT_FOUND');
    const shown = await books().read((tx) => getCase(tx, { id }, caseDocuments));
    expect(shown).toMatchObject({
      customerId,
      category: 'complaint',
      ownerName: 'technician',
      unit: { id: unitId },
      version: 2,
    });
    await books().write((tx) => moveCase(tx, { id, version: 2, state: 'void', reason: 'x' }, unfinishedOf));
    expect(await codeOf(edit(3))).toBe('WRONG_STATE');
  });

  test('notes and events are kept with who and when, newest first', async () => {
    const { id } = await fleetWithCase(books());
    books().pass(60_000);
    await books().write((tx) => noteOnCase(tx, { caseId: id, text: rare }), books().actors.technician);
    await books().write((tx) =>
      addCaseEvent(tx, {
        caseId: id,
        kind: 'requisition',
        documentKind: 'requisition',
        documentNumber: 'LL1',
      }),
    );
    const { events } = await books().read((tx) => getCase(tx, { id }, caseDocuments));
    expect(events.map(({ kind, text, personName }) => [kind, text, personName])).toEqual([
      ['note', rare, 'technician'],
      ['requisition', '', 'clerk'],
      ['registered', '', 'clerk'],
    ]);
    expect(await codeOf(books().write((tx) => noteOnCase(tx, { caseId: newId(), text: 'x' })))).toBe(
      'NOT_FOUND',
    );
  });

  test('lists by state, owner, customer, unit and text, page after page', async () => {
    const first = await fleetWithCase(books(), { symptom: '空调不制冷' });
    const ids = [first.id];
    for (let index = 0; index < 4; index += 1) {
      books().pass(1);
      const opened = await books().write((tx) =>
        openCase(tx, {
          customerId: first.customerId,
          contactPersonId: null,
          unitId: first.unitId,
          category: 'repair',
          faultGroup: null,
          urgency: 'notUrgent',
          symptom: `空调 ${index}`,
          ownerId: null,
        }),
      );
      ids.unshift(opened.id);
    }
    const page = (filter: Parameters<typeof listCases>[1]['filter'], after?: string) =>
      books().read((tx) =>
        listCases(tx, {
          filter,
          sort: { by: 'openedAt', descending: true },
          limit: 2,
          ...(after ? { after } : {}),
        }),
      );
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { rows, next } = await page({ unitId: first.unitId }, after || undefined);
      seen.push(...rows.map(({ id }) => id));
      after = next;
    }
    expect(seen).toEqual(ids);
    expect(
      (await page({ customerId: first.customerId, states: ['registered', 'assigned'] })).rows,
    ).toHaveLength(2);
    expect((await page({ customerId: first.customerId, states: ['closed'] })).rows).toEqual([]);
    expect((await page({ customerId: first.customerId, text: '不制冷' })).rows.map(({ id }) => id)).toEqual([
      first.id,
    ]);
    expect((await page({ customerId: first.customerId, ownerId: newId() })).rows).toEqual([]);
    expect(await books().read((tx) => openCasesOfUnit(tx, first.unitId))).toHaveLength(5);
  });

  test('documents of the case appear with it', async () => {
    const { id } = await fleetWithCase(books());
    await books().write((tx) => addRequisition(tx, id, 'submitted', `LL2-${id}`));
    const shown = await books().read((tx) => getCase(tx, { id }, caseDocuments));
    expect(shown.documents).toMatchObject([{ kind: 'requisition', number: `LL2-${id}`, state: 'submitted' }]);
    expect(shown.steps.find(({ state }) => state === 'current')).toMatchObject({
      step: 'requisition',
      detail: `LL2-${id}`,
    });
  });
});
