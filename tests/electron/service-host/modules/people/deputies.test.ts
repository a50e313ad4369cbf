import { expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { listDeputies, sessionPerson } from '#host/modules/people/people.queries.ts';
import { endDeputy, nameDeputy } from '#host/modules/people/people.service.ts';
import { onBothEngines } from '#tests/support/books.ts';

const dayMs = 86_400_000;

onBothEngines('deputies', (books) => {
  test('are named by the one they stand in for, listed until their last day, ended by nobody else', async () => {
    const { leader, leader2 } = books().actors;
    const naming = { deputyId: leader2.personId!, fromDay: '2026-11-01', untilDay: '2026-11-05' };
    const { id } = await books().write((tx) => nameDeputy(tx, naming), leader);
    const [row] = await books().read(listDeputies);
    expect(row).toEqual({
      id,
      personId: leader.personId,
      personName: 'leader',
      deputyName: 'leader2',
      ...naming,
    });
    await expect(books().write((tx) => endDeputy(tx, { id }), leader2)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await books().write((tx) => endDeputy(tx, { id }), leader);
    expect(await books().read(listDeputies)).toEqual([]);
    await expect(books().write((tx) => endDeputy(tx, { id }), leader)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('are refused for days that are over, of which nobody would see anything', async () => {
    const { leader, leader2 } = books().actors;
    const over = { deputyId: leader2.personId!, fromDay: '2026-10-01', untilDay: '2026-10-31' };
    await expect(books().write((tx) => nameDeputy(tx, over), leader)).rejects.toMatchObject({
      code: 'DAY_NOT_OPEN',
      facts: { fromDay: '2026-11-01' },
    });
  });

  test('see on their page what is lent to them, from the first day to the last, and lend nothing on', async () => {
    const { leader, clerk, warehouse } = books().actors;
    const mayApprove = async () => {
      const { permissions } = await books().read((tx) => sessionPerson(tx, clerk.personId!));
      return permissions.includes('requisitions.approve');
    };
    expect(await mayApprove()).toBe(false);
    const days = { fromDay: '2026-11-02', untilDay: '2026-11-02' };
    await books().write((tx) => nameDeputy(tx, { deputyId: clerk.personId!, ...days }), leader);
    expect(await mayApprove()).toBe(false);
    books().pass(dayMs);
    expect(await mayApprove()).toBe(true);
    const lent: Actor = { ...clerk, permissions: new Set([...clerk.permissions, 'requisitions.approve']) };
    await expect(
      books().write((tx) => nameDeputy(tx, { deputyId: warehouse.personId!, ...days }), lent),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    books().pass(dayMs);
    expect(await mayApprove()).toBe(false);
  });

  test('nobody stands in for themselves, for days in the wrong order, or without existing', async () => {
    const { leader } = books().actors;
    const naming = { fromDay: '2026-11-01', untilDay: '2026-11-05' };
    const name = (over: object) =>
      books().write(
        (tx) => nameDeputy(tx, { deputyId: books().actors.leader2.personId!, ...naming, ...over }),
        leader,
      );
    await expect(name({ deputyId: leader.personId! })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(name({ deputyId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(name({ untilDay: '2026-10-31' })).rejects.toMatchObject({ code: 'DAY_NOT_OPEN' });
  });
});
