import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import { changesOfRole, keptBy, permissionsOfRole } from '#shared/domain/role-permissions.ts';
import { isPresetRole, type RoleCode } from '#shared/domain/roles.ts';
import { codeKey } from '#shared/domain/code-key.ts';
import { roleWords } from '#shared/messages/role-words.ts';
import type { Permission } from '#shared/nouns/index.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { people, roles } from '../../schema/people.tables.ts';

interface RoleInput {
  readonly code: RoleCode | null;
  readonly version: number;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly active: boolean;
}

/**
 * Changes a role, or adds one of the firm. What its holders may do is changed at once. Refuses ADMIN_KEEPS for what would
 * lock the firm out, ROLE_IN_USE for a role that somebody holds and that is set inactive, ALREADY_EXISTS for the name of
 * another role.
 */
export async function saveRole(tx: WriteTx, input: RoleInput) {
  const { code, version, name, permissions, active } = input;
  await refuseName(tx, code, name);
  const id: RoleCode = code ?? newId<'role'>(tx.now);
  const fields = { name, active, ...changesOfRole(id, permissions) };
  const after = { permissions: permissionsOfRole(id, fields) };
  if (code === null) {
    await tx.db.insert(roles).values({ id, ...fields, version: 1 });
    await recordAudit(tx, {
      act: 'people.createRole',
      subjectKind: 'role',
      subjectId: id,
      after: { name, active, ...after },
    });
    return { code: id, version: 1 };
  }
  const [found] = await tx.db.select().from(roles).where(eq(roles.id, code));
  if (!found) return refuse('NOT_FOUND', { kind: 'role' });
  const kept = keptBy(code);
  const isLockingOut = kept.length > 0 && !(active && kept.every((one) => permissions.includes(one)));
  if (isLockingOut) refuse('ADMIN_KEEPS', { permissions: kept });
  if (!active) await refuseInUse(tx, found);
  const saved = await editRecord(tx, roles, {
    kind: 'role',
    act: 'people.editRole',
    id: code,
    version,
    fields,
    // Told as everything that the role may do, which is more than what the firm changed.
    secret: ['added', 'removed'],
    also: { before: { permissions: permissionsOfRole(code, found) }, after },
  });
  return { code, version: saved.version };
}

/** Refuses NOT_FOUND for a role that there is not, and ROLE_NOT_ACTIVE for one not in use where the person is. */
export async function refuseUnusableRoles(
  tx: ReadTx,
  person: { readonly roles: readonly RoleCode[]; readonly active: boolean },
): Promise<void> {
  const known = new Map((await tx.db.select().from(roles)).map((role) => [role.id, role]));
  for (const code of person.roles) {
    const role = known.get(code) ?? refuse('NOT_FOUND', { kind: 'role' });
    if (person.active && !role.active) refuse('ROLE_NOT_ACTIVE', { role: role.name || code });
  }
}

async function refuseInUse(
  tx: ReadTx,
  role: { readonly id: RoleCode; readonly name: string },
): Promise<void> {
  const atWork = await tx.db
    .select({ name: people.name, roles: people.roles })
    .from(people)
    .where(eq(people.active, true));
  const holders = atWork.filter((person) => person.roles.includes(role.id)).map((person) => person.name);
  if (holders.length > 0) refuse('ROLE_IN_USE', { role: role.name || role.id, holders });
}

/** A role of the preset has a name in both languages, whatever the firm calls it. */
async function refuseName(tx: ReadTx, code: RoleCode | null, name: string): Promise<void> {
  if (name === '') {
    if (code !== null && isPresetRole(code)) return;
    refuse('INVALID_INPUT', { issues: [{ path: 'name', code: 'required' }] });
  }
  const others = (await tx.db.select().from(roles)).filter(({ id }) => id !== code);
  const taken = others.flatMap((role) => [role.name, ...roleWords(role.id)]).map(codeKey);
  if (taken.includes(codeKey(name))) refuse('ALREADY_EXISTS', { field: 'name', value: name });
}
