import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { Day } from '#shared/domain/days.ts';
import { codeKey } from '#shared/domain/code-key.ts';
import { newId } from '#shared/domain/ids.ts';
import type { PolicyBasis } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { lastChange } from '../../desks/audit/audit.queries.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { editRecord, refuseIfStale } from '../../desks/edit-record.ts';
import { groupInUse } from './group-use.queries.ts';
import { listGroups, policyById } from './policies.queries.ts';
import { componentGroups, warrantyPolicies, warrantyTerms } from '../../schema/warranty.tables.ts';

/** What a policy says. */
export interface PolicyFields {
  readonly name: string;
  readonly validFromDay: Day;
  readonly appliesBy: PolicyBasis;
  readonly scope: readonly string[];
  readonly regions: readonly string[];
  readonly cardWithinDays: number;
  readonly replacementTerm: 'restOfTerm' | 'freshTerm';
  readonly terms: readonly TermFields[];
}

interface TermFields {
  readonly componentGroupCode: string;
  readonly clause: string;
  readonly months: number | null;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly wearPart: boolean;
}

/** Begins a policy that nothing is judged by until it is published. */
export async function draftPolicy(tx: WriteTx, input: PolicyFields) {
  await refuseFaultyTerms(tx, input.terms);
  const id = newId<'warrantyPolicy'>(tx.now);
  const fields = fieldsOf(input);
  const { terms, ...own } = fields;
  await tx.db
    .insert(warrantyPolicies)
    .values({ id, ...own, published: false, createdAt: tx.now, version: 1 });
  await insertTerms(tx, id, terms);
  await recordAudit(tx, {
    act: 'warranty.draftPolicy',
    subjectKind: 'warrantyPolicy',
    subjectId: id,
    after: fields,
  });
  return { id, version: 1 };
}

/** Changes a policy that is not published yet. Refuses POLICY_PUBLISHED. */
export async function editPolicy(
  tx: WriteTx,
  input: PolicyFields & { readonly id: string; readonly version: number },
) {
  const { id, version } = input;
  const before = await draftWith(tx, id, version);
  await refuseFaultyTerms(tx, input.terms);
  const fields = fieldsOf(input);
  const { terms, ...own } = fields;
  await tx.db
    .update(warrantyPolicies)
    .set({ ...own, version: version + 1 })
    .where(eq(warrantyPolicies.id, id));
  await tx.db.delete(warrantyTerms).where(eq(warrantyTerms.policyId, id));
  await insertTerms(tx, id, terms);
  await recordAudit(tx, {
    act: 'warranty.editPolicy',
    subjectKind: 'warrantyPolicy',
    subjectId: id,
    before: fieldsOf(before),
    after: fields,
  });
  return { id, version: version + 1 };
}

/** From now on the policy holds from its first day on, and never changes. Refuses POLICY_PUBLISHED. */
export async function publishPolicy(
  tx: WriteTx,
  { id, version }: { readonly id: string; readonly version: number },
) {
  await draftWith(tx, id, version);
  return editRecord(tx, warrantyPolicies, {
    kind: 'warrantyPolicy',
    act: 'warranty.publishPolicy',
    id,
    version,
    fields: { published: true },
  });
}

/**
 * Puts this list of component groups in the place of the old one. Refuses CHANGED_MEANWHILE when somebody saved the list
 * since `version` (0: there is none), and to drop a group that something names.
 */
export async function saveGroups(
  tx: WriteTx,
  input: {
    readonly version: number;
    readonly groups: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[];
  },
): Promise<{ version: number }> {
  const { groups } = input;
  groups.forEach(({ code }, index) => {
    const first = groups.slice(0, index).find((group) => codeKey(group.code) === codeKey(code));
    if (first)
      refuse('CODE_TAKEN', {
        field: `groups.${index}.code`,
        value: code,
        holder: `${first.code} ${first.name}`,
      });
  });
  const before = await listGroups(tx);
  const seen = Math.max(0, ...before.map((group) => group.version));
  if (seen !== input.version) {
    const { by, at } = (await lastChange(tx, 'warrantyPolicy', 'groups')) ?? { by: '', at: tx.now };
    const current = { groups: before, version: seen };
    refuse('CHANGED_MEANWHILE', { kind: 'warrantyPolicy', id: 'groups', by, at, current });
  }
  const version = seen + 1;
  const wanted = groups.map(({ code, name, nameEn }, position) => ({
    code,
    name,
    nameEn,
    position,
    version,
  }));
  for (const dropped of before.filter((group) => !groups.some(({ code }) => code === group.code))) {
    if (await groupInUse(tx, dropped.code)) {
      refuse('INVALID_INPUT', { issues: [{ path: 'groups', code: 'groupInUse', limit: dropped.name }] });
    }
    await tx.db.delete(componentGroups).where(eq(componentGroups.code, dropped.code));
  }
  for (const group of wanted) {
    await tx.db
      .insert(componentGroups)
      .values(group)
      .onConflictDoUpdate({
        target: componentGroups.code,
        set: { name: group.name, nameEn: group.nameEn, position: group.position, version },
      });
  }
  await recordAudit(tx, {
    act: 'warranty.saveGroups',
    subjectKind: 'warrantyPolicy',
    subjectId: 'groups',
    before,
    after: wanted,
  });
  return { version };
}

async function draftWith(tx: WriteTx, id: string, version: number) {
  const policy = await policyById(tx, id);
  if (!policy) return refuse('NOT_FOUND', { kind: 'warrantyPolicy' });
  if (policy.published) refuse('POLICY_PUBLISHED', { name: policy.name });
  await refuseIfStale(tx, warrantyPolicies, 'warrantyPolicy', id, version);
  return policy;
}

/** Each term names another group that exists, and grants something unless it is a wear part's. */
async function refuseFaultyTerms(tx: WriteTx, terms: readonly TermFields[]): Promise<void> {
  const codes = new Set((await listGroups(tx)).map((group) => group.code));
  terms.forEach(({ componentGroupCode: code, months, mileageKm, operatingHours, wearPart }, index) => {
    if (terms.findIndex((term) => term.componentGroupCode === code) < index) {
      refuse('ALREADY_EXISTS', { field: `terms.${index}.componentGroupCode`, value: code });
    }
    const path = codes.has(code) ? `terms.${index}.months` : `terms.${index}.componentGroupCode`;
    const grantsNothing = !wearPart && months === null && mileageKm === null && operatingHours === null;
    if (!codes.has(code) || grantsNothing)
      refuse('INVALID_INPUT', { issues: [{ path, code: codes.has(code) ? 'required' : 'choice' }] });
  });
}

async function insertTerms(tx: WriteTx, policyId: string, terms: readonly TermFields[]): Promise<void> {
  await tx.db
    .insert(warrantyTerms)
    .values(terms.map((term) => ({ id: newId<'warrantyTerm'>(tx.now), policyId, ...term })));
}

function fieldsOf(from: PolicyFields) {
  const { name, validFromDay, appliesBy, scope, regions, cardWithinDays, replacementTerm } = from;
  const terms = from.terms.map(
    ({ componentGroupCode, clause, months, mileageKm, operatingHours, wearPart }) => ({
      componentGroupCode,
      clause,
      months,
      mileageKm,
      operatingHours,
      wearPart,
    }),
  );
  return { name, validFromDay, appliesBy, scope, regions, cardWithinDays, replacementTerm, terms };
}
