import { asc } from 'drizzle-orm';
import type { Page } from '#shared/contract/lists.ts';
import { amountOf } from '#shared/domain/money.ts';
import type { ListedLine } from '#shared/lists/requisition-lines.list.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { requisitionLines } from '../../schema/requisitions.tables.ts';
import { listRequisitions } from './requisitions.queries.ts';

/** The lines of a page of the requisitions, in the order of the list. */
export async function listRequisitionLines(
  tx: ReadTx,
  input: Parameters<typeof listRequisitions>[1],
): Promise<Page<ListedLine>> {
  const page = await listRequisitions(tx, input);
  const lines = await tx.db
    .select({
      requisitionId: requisitionLines.requisitionId,
      partId: requisitionLines.partId,
      quantity: requisitionLines.quantity,
      issuedQuantity: requisitionLines.issuedQuantity,
      clearedQuantity: requisitionLines.clearedQuantity,
      unitPriceFen: requisitionLines.unitPriceFen,
      fault: requisitionLines.fault,
    })
    .from(requisitionLines)
    .where(
      among(
        requisitionLines.requisitionId,
        page.rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(requisitionLines.position));
  const part = await partsNamed(
    tx,
    lines.map((line) => line.partId),
  );
  const linesOf = Map.groupBy(lines, (line): string => line.requisitionId);
  return {
    ...page,
    rows: page.rows.flatMap((requisition) =>
      (linesOf.get(requisition.id) ?? []).map(({ requisitionId: _, partId, unitPriceFen, ...line }) => ({
        ...requisition,
        ...line,
        partNumber: part(partId).number,
        partName: part(partId).name,
        amountFen: amountOf(unitPriceFen, line.quantity),
      })),
    ),
  };
}
