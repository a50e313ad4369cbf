import { eq } from 'drizzle-orm';
import { assertNever } from '#shared/domain/assert.ts';
import type { Look } from '#shared/domain/looks.ts';
import type { PaperKind } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import { issues, requisitions } from '../../schema/requisitions.tables.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';

/** The record at which somebody looks who sees this paper; undefined when nothing on it is personal to a customer. */
export async function lookAtPaper(
  tx: ReadTx,
  kind: PaperKind,
  documentId: string,
): Promise<Look | undefined> {
  switch (kind) {
    case 'contact-record':
      return { kind: 'contact', id: documentId };
    case 'service-report':
      return { kind: 'report', id: documentId };
    case 'warranty-judgement':
    case 'requisition':
    case 'pick-list':
    case 'issue-slip': {
      // Customer and number stand on it as the case knows them.
      const caseId = await caseOf(tx, kind, documentId);
      return caseId === null ? undefined : { kind: 'case', id: caseId };
    }
    case 'old-part-tag':
    case 'receipt':
      return undefined;
    default:
      return assertNever(kind);
  }
}

async function caseOf(
  tx: ReadTx,
  kind: 'warranty-judgement' | 'requisition' | 'pick-list' | 'issue-slip',
  documentId: string,
): Promise<string | null> {
  const [found] =
    kind === 'warranty-judgement'
      ? await tx.db
          .select({ caseId: warrantyJudgements.caseId })
          .from(warrantyJudgements)
          .where(eq(warrantyJudgements.id, documentId))
      : kind === 'issue-slip'
        ? await tx.db
            .select({ caseId: requisitions.caseId })
            .from(issues)
            .innerJoin(requisitions, eq(requisitions.id, issues.requisitionId))
            .where(eq(issues.id, documentId))
        : await tx.db
            .select({ caseId: requisitions.caseId })
            .from(requisitions)
            .where(eq(requisitions.id, documentId));
  return found?.caseId ?? null;
}
