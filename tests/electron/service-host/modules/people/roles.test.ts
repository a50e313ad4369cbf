import { expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import type { Actor } from '#shared/domain/actor.ts';
import { permissions, presetPermissions } from '#shared/domain/permissions.ts';
import { keptByAdmin } from '#shared/domain/role-permissions.ts';
import { presetRoles } from '#shared/domain/roles.ts';
import type { Permission } from '#shared/nouns/index.ts';
import { decidingFacts } from '#host/modules/people/deciding.queries.ts';
import { deputisedPeople, sessionPerson } from '#host/modules/people/people.queries.ts';
import { createPerson, editPerson, nameDeputy } from '#host/modules/people/people.service.ts';
import { listRoles } from '#host/modules/people/roles.queries.ts';
import { saveRole } from '#host/modules/people/roles.service.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { roles } from '#host/schema/people.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';

onBothEngines('roles', (books) => {
  test('of new books are those of the preset, unchanged', async () => {
    const rows = await books().read(listRoles);
    expect(rows.map(({ code, permissions: may }) => [code, may])).toEqual(
      presetRoles.map((role) => [role, presetPermissions[role]]),
    );
    expect(rows.every(({ active, name, isPreset }) => active && name === '' && isPreset)).toBe(true);
  });

  test('that are changed change what their holders may do, and those who stand in for them, at once', async () => {
    const { leader2, clerk } = books().actors;
    const days = { fromDay: '2026-11-01', untilDay: '2026-11-02' };
    await books().write((tx) => nameDeputy(tx, { deputyId: clerk.personId!, ...days }), leader2);
    expect(await rightsOfPeople(books())).toEqual({
      leader: true,
      deputy: true,
      standsIn: true,
      decides: true,
    });
    const before = await change(books(), 'leader', (may) =>
      may.filter((one) => one !== 'requisitions.approve'),
    );
    expect(await rightsOfPeople(books())).toEqual({
      leader: false,
      deputy: false,
      standsIn: false,
      decides: false,
    });
    await expect(
      books().write((tx) => nameDeputy(tx, { deputyId: clerk.personId!, ...days }), leader2),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const [entry] = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectKind, 'role')),
    );
    expect(entry).toMatchObject({
      act: 'people.editRole',
      subjectId: 'leader',
      before: { permissions: before },
      after: { permissions: before.filter((one) => one !== 'requisitions.approve') },
    });
    await change(books(), 'leader', () => before);
  });

  test('of the preset keep what the firm added and took away when a version brings another permission', async () => {
    await change(books(), 'clerk', (may) => [...may.filter((one) => one !== 'cases.edit'), 'parts.edit']);
    const [kept] = await books().read((tx) => tx.db.select().from(roles).where(eq(roles.id, 'clerk')));
    // What the preset gives stands nowhere in the books: a permission that it gives tomorrow is held tomorrow.
    expect(kept).toMatchObject({ added: ['parts.edit'], removed: ['cases.edit'] });
    await change(books(), 'clerk', () => presetPermissions.clerk);
  });

  test('of the firm are held like those of the preset, and not set inactive while somebody holds them', async () => {
    const { code } = await books().write((tx) => saveRole(tx, plannerInput), books().actors.admin);
    const planner = { signInName: 'pai', name: '派', roles: [code, 'finance'], active: true };
    const { id, version } = await books().write((tx) => createPerson(tx, '', planner));
    const { permissions: may } = await books().read((tx) => sessionPerson(tx, id));
    expect(may.toSorted()).toEqual(
      [...new Set([...plannerInput.permissions, ...presetPermissions.finance])].toSorted(),
    );
    const close = { ...plannerInput, code, version: 1, active: false };
    await expect(books().write((tx) => saveRole(tx, close))).rejects.toMatchObject({
      code: 'ROLE_IN_USE',
      facts: { role: '派工员', holders: ['派'] },
    });
    const other = { ...planner, roles: ['finance'] };
    await books().write((tx) => editPerson(tx, { id, version, ...other }));
    await books().write((tx) => saveRole(tx, close));
    await expect(
      books().write((tx) => editPerson(tx, { id, version: version + 1, ...planner })),
    ).rejects.toMatchObject({ code: 'ROLE_NOT_ACTIVE', facts: { role: '派工员' } });
    await expect(
      books().write((tx) => createPerson(tx, '', { ...planner, signInName: 'x', roles: ['nosuch'] })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', facts: { kind: 'role' } });
  });

  test('bear names of their own; a role of the preset may go without one', async () => {
    const named = (name: string) => books().write((tx) => saveRole(tx, { ...plannerInput, name }));
    for (const taken of ['库管', 'Warehouse', '派工员'])
      await expect(named(taken)).rejects.toMatchObject({ code: 'ALREADY_EXISTS', facts: { value: taken } });
    await expect(named('')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const rename = (name: string, version: number) =>
      books().write((tx) =>
        saveRole(tx, {
          code: 'quality',
          version,
          name,
          active: true,
          permissions: presetPermissions.quality,
        }),
      );
    const { version } = await rename('质量部', 1);
    await expect(rename('品质', 1)).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { current: { name: '质量部', permissions: presetPermissions.quality } },
    });
    await rename('', version);
  });

  test('of the administrator never lock the firm out', async () => {
    const input = { code: 'admin', version: 1, name: '', active: true, permissions };
    const refused = { code: 'ADMIN_KEEPS', facts: { permissions: keptByAdmin } };
    await expect(books().write((tx) => saveRole(tx, { ...input, active: false }))).rejects.toMatchObject(
      refused,
    );
    for (const kept of keptByAdmin)
      await expect(
        books().write((tx) =>
          saveRole(tx, { ...input, permissions: permissions.filter((one) => one !== kept) }),
        ),
      ).rejects.toMatchObject(refused);
    await books().write((tx) => saveRole(tx, { ...input, permissions: keptByAdmin }));
    // Whatever came into the table past the service.
    await books().write((tx) =>
      tx.db
        .update(roles)
        .set({ removed: [...keptByAdmin] })
        .where(eq(roles.id, 'admin')),
    );
    const { admin } = books().actors;
    const { permissions: may } = await books().read((tx) => sessionPerson(tx, admin.personId!));
    expect(keptByAdmin.filter((one) => !may.includes(one))).toEqual([]);
  });

  test('a permission that this version does not know is passed over', async () => {
    await books().write((tx) =>
      tx.db
        .update(roles)
        .set({ added: ['gone.edit'] })
        .where(eq(roles.id, 'auditor')),
    );
    const auditor = (await books().read(listRoles)).find(({ code }) => code === 'auditor');
    expect(auditor?.permissions).toEqual(presetPermissions.auditor);
  });
});

const plannerInput = {
  code: null,
  version: 0,
  name: '派工员',
  active: true,
  permissions: ['cases.view', 'cases.edit'] as const satisfies readonly Permission[],
};

/** Changes what a role may do; gives what it might before. */
async function change(
  books: Books,
  code: string,
  wanted: (may: readonly Permission[]) => readonly Permission[],
): Promise<readonly Permission[]> {
  const role = (await books.read(listRoles)).find((row) => row.code === code);
  if (!role) throw new Error('a role of the preset is always there');
  const { version, name, permissions: may } = role;
  await books.write((tx) => saveRole(tx, { code, version, name, active: true, permissions: wanted(may) }));
  return may;
}

/** Whether the leader and their deputy may approve: by what their page is told, and by what decides. */
async function rightsOfPeople(books: Books) {
  const { leader2, clerk } = books.actors;
  const may = async ({ personId }: Actor) =>
    (await books.read((tx) => sessionPerson(tx, personId!))).permissions.includes('requisitions.approve');
  const lending = await books.read((tx) => deputisedPeople(tx, clerk.personId!, 'requisitions.approve'));
  const { ownRight } = await books.read((tx) => decidingFacts(tx, 'requisitions.approve', []), leader2);
  return {
    leader: await may(leader2),
    deputy: await may(clerk),
    standsIn: lending.includes(leader2.personId!),
    decides: ownRight,
  };
}
