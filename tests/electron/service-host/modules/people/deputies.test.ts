import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { listDeputies } from '#host/modules/people/people.queries.ts';
import { endDeputy, nameDeputy } from '#host/modules/people/people.service.ts';
import { onBothEngines } from '#tests/support/books.ts';

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
    await books().write(
      (tx) => nameDeputy(tx, { ...naming, fromDay: '2026-10-01', untilDay: '2026-10-31' }),
      leader,
    );
    expect(await books().read(listDeputies)).toEqual([]);
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
