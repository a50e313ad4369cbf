import { eq } from 'drizzle-orm';
import { lookAt, type Look } from '#shared/domain/looks.ts';
import type { ReadTx } from '../../database/database.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';

/** The look at the case of a requisition: customer and number stand on its papers as the case knows them. */
export async function lookAtCaseOf(tx: ReadTx, requisitionId: string): Promise<Look | undefined> {
  const [found] = await tx.db
    .select({ caseId: requisitions.caseId })
    .from(requisitions)
    .where(eq(requisitions.id, requisitionId));
  return found?.caseId ? lookAt('case', found.caseId) : undefined;
}

/** The number of a requisition; undefined where there is none. */
export async function numberOfRequisition(tx: ReadTx, id: string): Promise<string | undefined> {
  const [found] = await tx.db
    .select({ number: requisitions.number })
    .from(requisitions)
    .where(eq(requisitions.id, id));
  return found?.number;
}
