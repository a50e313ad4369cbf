import { and, eq, isNull, ne } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { RoleCode } from '#shared/domain/roles.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { deputies, people } from '../../schema/people.tables.ts';
import { hasOwnRight } from './roles.queries.ts';
import { refuseUnusableRoles } from './roles.service.ts';
import { endSessions } from './sessions.service.ts';
import { forgetWrongTries } from './wrong-tries.service.ts';

interface PersonFields {
  readonly signInName: string;
  readonly name: string;
  readonly roles: readonly RoleCode[];
  readonly active: boolean;
}

/** Adds somebody who works with the program. The hash of the password is made before the transaction. */
export async function createPerson(tx: WriteTx, passwordHash: string, input: PersonFields) {
  const id = newId<'person'>(tx.now);
  const { name, roles, active } = input;
  const fields = { name, roles, active };
  await refuseUnusableRoles(tx, input);
  const signInName = await freeSignInName(tx, input.signInName, id);
  await tx.db
    .insert(people)
    .values({ id, ...fields, signInName, passwordHash, createdAt: tx.now, version: 1 });
  await recordAudit(tx, {
    act: 'people.create',
    subjectKind: 'person',
    subjectId: id,
    after: { ...fields, signInName },
  });
  return { id, version: 1 };
}

/** Changes somebody's name, roles or standing. Roles taken away and people set inactive are signed out at once. */
export async function editPerson(
  tx: WriteTx,
  input: PersonFields & { readonly id: string; readonly version: number },
) {
  const { id, version, name, roles, active } = input;
  const signInName = await freeSignInName(tx, input.signInName, id);
  await refuseUnusableRoles(tx, input);
  if (!active || !roles.includes('admin')) await refuseWithoutAdmin(tx, id);
  const saved = await editRecord(tx, people, {
    kind: 'person',
    act: 'people.edit',
    id,
    version,
    fields: { signInName, name, roles, active },
  });
  await endSessions(tx, { personId: id });
  return saved;
}

/** Gives somebody a new password and signs them out everywhere. Their PIN goes with the old one. */
export async function resetPassword(
  tx: WriteTx,
  passwordHash: string,
  input: { readonly id: string; readonly version: number },
) {
  const { id, version } = input;
  const saved = await editRecord(tx, people, {
    kind: 'person',
    act: 'people.resetPassword',
    id,
    version,
    fields: { passwordHash, pinHash: null },
    secret: ['passwordHash', 'pinHash'],
  });
  await forgetWrongTries(tx, { personId: id });
  await endSessions(tx, { personId: id });
  return saved;
}

/**
 * Sets the person's own password or PIN (null takes the PIN away). A new password signs the person out everywhere and
 * takes the PIN away: whoever knew the old password may have set it.
 */
export async function setOwnSecret(
  tx: WriteTx,
  secret: { readonly passwordHash: string } | { readonly pinHash: string | null },
): Promise<Record<never, never>> {
  const personId = tx.actor.personId ?? refuse('NOT_SIGNED_IN', {});
  const isPassword = 'passwordHash' in secret;
  const changed = isPassword ? { ...secret, pinHash: null } : secret;
  await tx.db.update(people).set(changed).where(eq(people.id, personId));
  await forgetWrongTries(tx, { personId, ...(isPassword ? {} : { kind: 'pin' }) });
  const act = isPassword ? 'people.changePassword' : 'people.setPin';
  await recordAudit(tx, { act, subjectKind: 'person', subjectId: personId });
  if (isPassword) await endSessions(tx, { personId });
  return {};
}

/**
 * Names who approves in the actor's place from one day until another. Refuses NOT_PERMITTED to who may approve only as a
 * deputy, because nothing lent is lent on, and DAY_NOT_OPEN for days in the wrong order or gone by.
 */
export async function nameDeputy(
  tx: WriteTx,
  input: { readonly deputyId: string; readonly fromDay: string; readonly untilDay: string },
) {
  const personId = tx.actor.personId ?? refuse('NOT_SIGNED_IN', {});
  if (!(await hasOwnRight(tx, 'requisitions.approve')))
    refuse('NOT_PERMITTED', { permission: 'requisitions.approve' });
  const today = dayOf(tx.now);
  const earliestEnd = input.fromDay > today ? input.fromDay : today;
  if (input.untilDay < earliestEnd) refuse('DAY_NOT_OPEN', { fromDay: earliestEnd, untilDay: '2199-12-31' });
  const [deputy] = await tx.db
    .select()
    .from(people)
    .where(and(eq(people.id, input.deputyId), ne(people.id, personId), eq(people.active, true)));
  if (!deputy) refuse('NOT_FOUND', { kind: 'person' });
  const id = newId<'deputy'>(tx.now);
  const { deputyId, fromDay, untilDay } = input;
  await tx.db.insert(deputies).values({ id, personId, deputyId, fromDay, untilDay });
  await recordAudit(tx, {
    act: 'people.nameDeputy',
    subjectKind: 'person',
    subjectId: personId,
    after: { deputyId, fromDay, untilDay },
  });
  return { id };
}

/** Ends a naming of the actor's before its time. */
export async function endDeputy(tx: WriteTx, input: { readonly id: string }): Promise<Record<never, never>> {
  const personId = tx.actor.personId ?? refuse('NOT_SIGNED_IN', {});
  const ended = await tx.db
    .update(deputies)
    .set({ endedAt: tx.now })
    .where(and(eq(deputies.id, input.id), eq(deputies.personId, personId), isNull(deputies.endedAt)))
    .returning({ deputyId: deputies.deputyId });
  if (!ended[0]) refuse('NOT_FOUND', { kind: 'deputy' });
  await recordAudit(tx, {
    act: 'people.endDeputy',
    subjectKind: 'person',
    subjectId: personId,
    before: ended[0],
  });
  return {};
}

async function freeSignInName(tx: WriteTx, wanted: string, id: string): Promise<string> {
  const signInName = wanted.normalize('NFKC').trim().toLowerCase();
  const [taken] = await tx.db
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.signInName, signInName), ne(people.id, id)));
  if (taken) refuse('CODE_TAKEN', { field: 'signInName', value: signInName, holder: taken.name });
  return signInName;
}

async function refuseWithoutAdmin(tx: WriteTx, id: string): Promise<void> {
  const others = await tx.db
    .select({ roles: people.roles })
    .from(people)
    .where(and(ne(people.id, id), eq(people.active, true)));
  if (!others.some((person) => person.roles.includes('admin'))) refuse('LAST_ADMIN', {});
}
