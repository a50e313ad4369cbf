import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { caseDocuments, unfinishedOf } from '#host/roll/case-documents.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { editPersonWithCases } from '#host/modules/cases/cases.owners.service.ts';
import { listCases } from '#host/modules/cases/cases.queries.ts';
import { moveCase, openCase } from '#host/modules/cases/cases.service.ts';
import { people } from '#host/schema/people.tables.ts';
import { casesWithoutOwner } from '#host/views/today/cases-without-owner.card.queries.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { addFleet } from './case-fixtures.ts';

onBothEngines('the open cases of somebody who leaves', (books) => {
  const insertClerk = (name: string) =>
    books().write(async (tx) => {
      const id = newId<'person'>();
      const person = { id, signInName: name, name, roles: ['clerk'] as const, passwordHash: '' };
      await tx.db.insert(people).values({ ...person, active: true, createdAt: tx.now, version: 1 });
      return id;
    });
  const openedFor = (ownerId: string) =>
    books().write(async (tx) => {
      const { customerId, unitId } = await addFleet(tx);
      const problem = {
        category: 'repair',
        faultGroup: null,
        urgency: 'notUrgent',
        symptom: '漏水',
      } as const;
      return openCase(tx, { customerId, contactPersonId: null, unitId, ...problem, ownerId });
    });
  const leave = (id: string, name: string, newCaseOwnerId?: string | null) =>
    books().write(
      (tx) =>
        editPersonWithCases(tx, {
          id,
          version: 1,
          signInName: name,
          name,
          roles: ['clerk'],
          active: false,
          newCaseOwnerId,
        }),
      books().actors.admin,
    );
  const ownerOf = async (id: string) =>
    (await books().read((tx) => getCase(tx, { id }, caseDocuments))).ownerId;
  const withoutOwner = async () => (await books().read((tx) => casesWithoutOwner.count(tx, true))).all;

  test('are said, and go to whoever is named', async () => {
    const id = await insertClerk('甲');
    const own = await openedFor(id);
    const closed = await openedFor(id);
    await books().write((tx) =>
      moveCase(tx, { id: closed.id, version: 1, state: 'void', reason: '误立' }, unfinishedOf),
    );
    await expect(leave(id, '甲')).rejects.toMatchObject({ code: 'OWNS_OPEN_CASES', facts: { count: 1 } });
    await expect(leave(id, '甲', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const heir = books().actors.clerk.personId ?? '';
    await leave(id, '甲', heir);
    expect(await ownerOf(own.id)).toBe(heir);
    expect(await ownerOf(closed.id)).toBe(id);
  });

  test('stand without an owner on Today where nobody is named, whoever looks', async () => {
    const before = await withoutOwner();
    const id = await insertClerk('乙');
    const { id: caseId } = await openedFor(id);
    await leave(id, '乙', null);
    expect(await ownerOf(caseId)).toBeNull();
    expect(await withoutOwner()).toBe(before + 1);
    const page = { sort: { by: 'openedAt', descending: true }, limit: 50 } as const;
    const { rows } = await books().read((tx) =>
      listCases(tx, { ...page, filter: { withoutOwner: true, states: ['registered'] } }),
    );
    expect(rows).toMatchObject([{ id: caseId, ownerName: '' }]);
  });
});
