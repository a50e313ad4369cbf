import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { dayOf, type Day } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Exclusion, Verdict } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import { refuseDoubtful } from '../units/units.readings.service.ts';
import { policyToJudgeBy } from './case-policy.queries.ts';
import { listGroups } from './policies.queries.ts';
import { replacementKey, replacementsOf, unitsToJudge } from './units-judged.queries.ts';
import { policyFor, termOf } from './warranty.queries.ts';
import { judge } from './warranty.rules.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';

/** What a judgement is asked to be made on. */
export interface JudgementInput {
  readonly unitId: string;
  readonly componentGroupCode: string;
  readonly basisDay: Day;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly exclusions: readonly Exclusion[];
  readonly caseId: string | null;
  readonly counterReplaced?: boolean | undefined;
  readonly readingConfirmed?: boolean | undefined;
}

const firstDay = '1970-01-01';

/**
 * Judges a component group and keeps the judgement with everything it was made on. A case is judged by the policy it was
 * opened under. Refuses NOT_FOUND, a day in the future (DAY_NOT_OPEN), a component group that does not exist, and a
 * reading that does not fit those of the unit, as recordReading does.
 */
export async function judgeWarranty(tx: WriteTx, input: JudgementInput) {
  const { unitId, componentGroupCode, basisDay, mileageKm, operatingHours, caseId } = input;
  const today = dayOf(tx.now);
  if (basisDay > today) refuse('DAY_NOT_OPEN', { fromDay: firstDay, untilDay: today });
  const group = (await listGroups(tx)).find((one) => one.code === componentGroupCode);
  if (!group) return refuse('INVALID_INPUT', { issues: [{ path: 'componentGroupCode', code: 'choice' }] });
  const [unit] = await unitsToJudge(tx, [unitId], basisDay);
  if (!unit) return refuse('NOT_FOUND', { kind: 'unit' });
  const { counterReplaced = false, readingConfirmed: confirmed = false } = input;
  const told = { day: basisDay, mileageKm, operatingHours, counterReplaced, confirmed };
  await refuseDoubtful(tx, { unitId, ...told, source: '' });
  const policy = await policyToJudgeBy(tx, unit, basisDay, caseId);
  const replaced = await replacementsOf(tx, [unitId], basisDay, caseId);
  const exclusions = [...new Set(input.exclusions)];
  const { clause: _, ...judgement } = judge({
    policy: policyFor(policy, group.code),
    unit,
    basisDay,
    mileageKm,
    operatingHours,
    exclusions,
    replacement: replaced.get(replacementKey(unitId, group.code)) ?? null,
  });
  const row = {
    id: newId<'judgement'>(tx.now),
    number: await nextNumber(tx, 'judgement'),
    unitId,
    caseId,
    componentGroupCode: group.code,
    componentGroupName: group.name,
    policyId: policy?.id ?? null,
    termId: (policy && termOf(policy, group.code)?.id) ?? null,
    basisDay,
    saleDay: unit.saleDay,
    mileageKm,
    operatingHours,
    exclusions,
    ...judgement,
    overruleReason: '',
    personId: tx.actor.personId,
    at: tx.now,
    version: 1,
  };
  await tx.db.insert(warrantyJudgements).values(row);
  const { id, number, version, ...kept } = row;
  await recordAudit(tx, {
    act: 'warranty.judge',
    subjectKind: 'judgement',
    subjectId: id,
    after: { number, ...kept },
  });
  if (caseId !== null) tx.changes.push({ kind: 'case', id: caseId });
  return { id, number, version };
}

/**
 * Puts a leader's verdict in the place of the computed one, with a reason that is printed. Refuses OWN_JUDGEMENT to who
 * made the judgement: its exclusions and readings are theirs, so another has to look at it.
 */
export async function overruleJudgement(
  tx: WriteTx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly overruledVerdict: Verdict;
    readonly overruleReason: string;
  },
) {
  const { id, version, overruledVerdict, overruleReason } = input;
  const [judgement] = await tx.db
    .select({ personId: warrantyJudgements.personId })
    .from(warrantyJudgements)
    .where(eq(warrantyJudgements.id, id));
  if (judgement && judgement.personId === tx.actor.personId) refuse('OWN_JUDGEMENT', {});
  return editRecord(tx, warrantyJudgements, {
    kind: 'judgement',
    act: 'warranty.overrule',
    id,
    version,
    fields: {
      overruledVerdict,
      overruleReason,
      overruledBy: tx.actor.personId,
      overruledAt: tx.now,
    },
  });
}
