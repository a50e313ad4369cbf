import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { judgementRow } from '#shared/contract/warranty.contract.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { Day } from '#shared/domain/days.ts';
import { lightOf, type WarrantyLight } from '#shared/domain/warranty-light.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { personNames } from '../people/people.queries.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { policyToJudgeBy } from './case-policy.queries.ts';
import { listGroups, publishedPolicies, type Policy } from './policies.queries.ts';
import { replacementKey, replacementsOf, unitsToJudge } from './units-judged.queries.ts';
import { choosePolicy, judge, type JudgementFacts } from './warranty.rules.ts';
import { warrantyJudgements, warrantyPolicies, warrantyTerms } from '../../schema/warranty.tables.ts';

export type JudgementRow = z.infer<typeof judgementRow>;

const judgementsAtMost = 200;

/** What a judgement would say today for every component group the policy in force names. Refuses NOT_FOUND. */
export async function previewJudgements(
  tx: ReadTx,
  input: {
    readonly unitId: string;
    readonly day: Day;
    readonly mileageKm: number | null;
    readonly operatingHours: number | null;
    readonly caseId?: string | undefined;
  },
) {
  const { unitId, day, mileageKm, operatingHours, caseId = null } = input;
  const [unit] = await unitsToJudge(tx, [unitId], day);
  if (!unit) return refuse('NOT_FOUND', { kind: 'unit' });
  const policy = await policyToJudgeBy(tx, unit, day, caseId);
  const replaced = await replacementsOf(tx, [unitId], day, caseId);
  const groups = await listGroups(tx);
  const named = policy ? groups.filter((group) => termOf(policy, group.code)) : groups;
  return named.map((group) => {
    const replacement = replaced.get(replacementKey(unitId, group.code)) ?? null;
    const judgement = judge({
      policy: policyFor(policy, group.code),
      unit,
      basisDay: day,
      mileageKm,
      operatingHours,
      exclusions: [],
      replacement,
    });
    return {
      componentGroupCode: group.code,
      componentGroupName: group.name,
      wearPart: policy !== undefined && termOf(policy, group.code)?.wearPart === true,
      ...judgement,
      reasons: sentences(judgement.reasons),
      policyId: policy?.id ?? null,
      policyName: policy?.name ?? '',
      saleDay: unit.saleDay,
    };
  });
}

/** The one light of each unit for lists, over its component groups, at its last readings. */
export async function unitVerdicts(
  tx: ReadTx,
  unitIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, WarrantyLight>> {
  if (unitIds.length === 0) return new Map();
  const found = await unitsToJudge(tx, unitIds, day);
  const policies = await publishedPolicies(tx);
  const replaced = await replacementsOf(tx, unitIds, day);
  return new Map(
    found.map((unit) => {
      const policy = choosePolicy(policies, { ...unit, faultDay: day });
      const facts = {
        unit,
        basisDay: day,
        mileageKm: unit.lastMileageKm,
        operatingHours: unit.lastOperatingHours,
        exclusions: [],
      };
      const groups = (policy?.terms ?? []).map(({ componentGroupCode: code, wearPart }) => {
        const replacement = replaced.get(replacementKey(unit.id, code)) ?? null;
        const { verdict } = judge({ ...facts, policy: policyFor(policy, code), replacement });
        return { verdict, wearPart };
      });
      return [unit.id, lightOf(groups)] as const;
    }),
  );
}

/** Judgements of a unit, of a case, or of all, the newest first, at most 200. */
export async function listJudgements(
  tx: ReadTx,
  input: { readonly unitId?: string | undefined; readonly caseId?: string | undefined },
): Promise<JudgementRow[]> {
  const { unitId, caseId } = input;
  return rowsWhere(
    tx,
    and(
      unitId === undefined ? undefined : eq(warrantyJudgements.unitId, unitId),
      caseId === undefined ? undefined : eq(warrantyJudgements.caseId, caseId),
    ),
  );
}

/** One judgement as it was made. Refuses NOT_FOUND. */
export async function getJudgement(tx: ReadTx, { id }: { readonly id: string }): Promise<JudgementRow> {
  const [row] = await rowsWhere(tx, eq(warrantyJudgements.id, id));
  return row ?? refuse('NOT_FOUND', { kind: 'judgement' });
}

/** Judgements by id, for documents whose lines name them; at most 200. */
export async function judgementsForLines(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JudgementRow>> {
  const rows = ids.length === 0 ? [] : await rowsWhere(tx, among(warrantyJudgements.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** A policy as the rules read it for one component group. */
export function policyFor(policy: Policy | undefined, componentGroupCode: string): JudgementFacts['policy'] {
  return policy ? { ...policy, term: termOf(policy, componentGroupCode) } : null;
}

/** What a policy grants a component group. */
export function termOf(policy: Policy, componentGroupCode: string): Policy['terms'][number] | undefined {
  return policy.terms.find((term) => term.componentGroupCode === componentGroupCode);
}

function sentences(reasons: (typeof warrantyJudgements.$inferSelect)['reasons']): JudgementRow['reasons'] {
  return reasons.map(({ key, parameters }) => ({ key, parameters: { ...parameters } }));
}

async function rowsWhere(tx: ReadTx, condition: SQL | undefined): Promise<JudgementRow[]> {
  const names = await personNames(tx);
  const rows = await tx.db
    .select({
      judgement: warrantyJudgements,
      policyName: warrantyPolicies.name,
      clause: warrantyTerms.clause,
    })
    .from(warrantyJudgements)
    .leftJoin(warrantyPolicies, eq(warrantyPolicies.id, warrantyJudgements.policyId))
    .leftJoin(warrantyTerms, eq(warrantyTerms.id, warrantyJudgements.termId))
    .where(condition)
    .orderBy(desc(warrantyJudgements.id))
    .limit(judgementsAtMost);
  const nameOf = await unitsNamed(
    tx,
    rows.map(({ judgement }) => judgement.unitId),
  );
  const unitNameOf = (unitId: string) => {
    const { plate, productCode, serialNumber } = nameOf(unitId);
    return [plate, productCode, serialNumber].filter(Boolean).join(' ');
  };
  return rows.map(({ judgement, ...row }) => ({
    ...judgement,
    exclusions: [...judgement.exclusions],
    reasons: sentences(judgement.reasons),
    policyName: row.policyName ?? '',
    clause: row.clause ?? '',
    unitName: unitNameOf(judgement.unitId),
    holdingVerdict: judgement.overruledVerdict ?? judgement.verdict,
    personName: names.get(judgement.personId ?? '') ?? '',
    overruledByName: names.get(judgement.overruledBy ?? '') ?? '',
  }));
}
