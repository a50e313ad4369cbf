import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { cases } from '../cases/cases.tables.ts';

/**
 * The policy a case was opened under, which it keeps; null when there was none. Refuses NOT_FOUND, and INVALID_INPUT
 * when the case is about another unit.
 */
export async function policyIdOfCase(tx: ReadTx, caseId: string, unitId: string): Promise<string | null> {
  const [found] = await tx.db
    .select({ unitId: cases.unitId, policyId: cases.policyId })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!found) return refuse('NOT_FOUND', { kind: 'case' });
  if (found.unitId !== null && found.unitId !== unitId)
    refuse('INVALID_INPUT', { issues: [{ path: 'unitId', code: 'choice' }] });
  return found.policyId;
}
