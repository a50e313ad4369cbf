import { asc, eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { parts } from '../../schema/parts.tables.ts';
import { requisitionLines } from '../../schema/requisitions.tables.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';

/** The lines of these requisitions in their order, each with its part and the verdict that counts. */
export async function linesOf(tx: ReadTx, requisitionIds: readonly string[]) {
  const rows = await tx.db
    .select({
      requisitionId: requisitionLines.requisitionId,
      partId: requisitionLines.partId,
      partName: parts.name,
      quantity: requisitionLines.quantity,
      issuedQuantity: requisitionLines.issuedQuantity,
      verdict: warrantyJudgements.verdict,
      overruled: warrantyJudgements.overruledVerdict,
    })
    .from(requisitionLines)
    .innerJoin(parts, eq(parts.id, requisitionLines.partId))
    .leftJoin(warrantyJudgements, eq(warrantyJudgements.id, requisitionLines.judgementId))
    .where(among(requisitionLines.requisitionId, requisitionIds))
    .orderBy(asc(requisitionLines.position));
  return Map.groupBy(
    rows.map(({ overruled, ...row }) => ({ ...row, verdict: overruled ?? row.verdict })),
    (row): string => row.requisitionId,
  );
}
