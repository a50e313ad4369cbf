import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { Day } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { cases } from '../../schema/cases.tables.ts';
import { unitOfCase } from '../relations/relations.queries.ts';
import { policyById, policyInForce, type Policy } from './policies.queries.ts';
import type { UnitToJudge } from './units-judged.queries.ts';
import { holdsFor } from './warranty.rules.ts';

/**
 * The policy to judge a unit by: the one its case was opened under, else the one in force. A day of sale put right since
 * may have led out of the policy of the case; it holds no longer then. Refuses NOT_FOUND for a case that does not exist,
 * WRONG_STATE for a void one, and DOES_NOT_BELONG when it is about another unit or customer.
 */
export async function policyToJudgeBy(
  tx: ReadTx,
  unit: UnitToJudge,
  faultDay: Day,
  caseId: string | null,
): Promise<Policy | undefined> {
  const keptId = caseId === null ? null : await policyIdOfCase(tx, caseId, unit.id);
  const kept = keptId === null ? undefined : await policyById(tx, keptId);
  const isSaleDayOut = kept?.appliesBy === 'saleDay' && !holdsFor(kept, { ...unit, faultDay });
  return kept && !isSaleDayOut ? kept : policyInForce(tx, { ...unit, faultDay });
}

async function policyIdOfCase(tx: ReadTx, caseId: string, unitId: string): Promise<string | null> {
  const [found] = await tx.db.select().from(cases).where(eq(cases.id, caseId));
  if (!found) return refuse('NOT_FOUND', { kind: 'case' });
  if (found.state === 'void') refuse('WRONG_STATE', { number: found.number, state: found.state });
  await unitOfCase(tx, unitId, found);
  return found.policyId;
}
