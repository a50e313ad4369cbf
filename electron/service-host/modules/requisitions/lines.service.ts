import { and, asc, eq } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import { amountOf, largestAmountFen, type Fen } from '#shared/domain/money.ts';
import type { RequisitionPurpose } from '#shared/domain/states.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { refuseBrokenPieces } from '#shared/contract/whole-pieces.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { parts } from '../../schema/parts.tables.ts';
import { judgementsOfUnit } from '../relations/relations.queries.ts';
import { judgementsNamed } from '../warranty/warranty.named.queries.ts';
import { requisitionLines } from '../../schema/requisitions.tables.ts';

/** One part asked for. */
export interface LineInput {
  readonly partId: string;
  readonly quantity: Quantity;
  readonly fault: string;
  readonly judgementId: string | null;
  readonly oldPartRequired: boolean;
}

/** Lines with the prices of today, and what they come to. */
export interface PricedLines {
  readonly lines: readonly (LineInput & { readonly unitPriceFen: Fen })[];
  readonly amountFen: Fen;
}

/** The requisition that lines are written for. */
export interface LinesOf {
  readonly unitId: string | null;
  readonly caseId: string | null;
  readonly purpose: RequisitionPurpose;
  /** Parts of which the draft said already that the old one need not come back. */
  readonly waivedPartIds: ReadonlySet<string>;
}

type PartOfLine = Pick<
  typeof parts.$inferSelect,
  'number' | 'name' | 'unitOfMeasure' | 'priceFen' | 'oldPartRule'
>;

/** Prices lines. Refuses parts that are not in use: NOT_FOUND; judgements of another unit or case: DOES_NOT_BELONG; an old part that must come back, left out by who may not waive it: OLD_PART_RULE; amounts beyond bounds: INVALID_INPUT. */
export async function pricedLines(
  tx: ReadTx,
  lines: readonly LineInput[],
  document: LinesOf,
): Promise<PricedLines> {
  const judgementIds = lines.flatMap((line) => line.judgementId ?? []);
  await judgementsOfUnit(tx, judgementIds, document);
  const known = await partsInUse(
    tx,
    lines.map((line) => line.partId),
  );
  refuseBrokenPieces(lines, known);
  let amountFen = 0;
  const priced = lines.map((line, index) => {
    const part = known.get(line.partId) ?? refuse('NOT_FOUND', { kind: 'part' });
    refuseWaived(tx, line, part, document);
    const unitPriceFen = part.priceFen;
    const lineFen = amountOf(unitPriceFen, line.quantity);
    amountFen += lineFen;
    if (lineFen > largestAmountFen || amountFen > largestAmountFen) {
      const limit = largestAmountFen / 100;
      refuse('INVALID_INPUT', { issues: [{ path: `lines.${index}.quantity`, code: 'tooLarge', limit }] });
    }
    return { ...line, unitPriceFen };
  });
  return { lines: priced, amountFen };
}

/** Writes the lines of a draft, in place of those it had. */
export async function writeLines(
  tx: WriteTx,
  requisitionId: string,
  lines: PricedLines['lines'],
): Promise<void> {
  await tx.db.delete(requisitionLines).where(eq(requisitionLines.requisitionId, requisitionId));
  for (const [index, line] of lines.entries()) {
    await tx.db.insert(requisitionLines).values({
      ...line,
      id: newId<'requisitionLine'>(tx.now),
      requisitionId,
      position: index + 1,
      issuedQuantity: 0,
      clearedQuantity: 0,
    });
  }
}

/** The lines of a requisition as the audit trail tells them. */
export async function linesToTell(tx: ReadTx, requisitionId: string): Promise<readonly LineInput[]> {
  return tx.db
    .select({
      partId: requisitionLines.partId,
      quantity: requisitionLines.quantity,
      fault: requisitionLines.fault,
      judgementId: requisitionLines.judgementId,
      oldPartRequired: requisitionLines.oldPartRequired,
    })
    .from(requisitionLines)
    .where(eq(requisitionLines.requisitionId, requisitionId))
    .orderBy(asc(requisitionLines.position));
}

/** Who may not waive an old part may not write either that it need not come back; goods in stock replace nothing yet. */
function refuseWaived(tx: ReadTx, line: LineInput, part: PartOfLine, document: LinesOf): void {
  const isDue = part.oldPartRule === 'required' && document.purpose !== 'stock';
  if (line.oldPartRequired || !isDue || document.waivedPartIds.has(line.partId)) return;
  if (!tx.actor.permissions.has('oldParts.waive'))
    refuse('OLD_PART_RULE', { part: `${part.number} ${part.name}` });
}

/** A judgement of another unit says nothing of this one: the lines that name one lose it. Gives their ids. */
export async function forgetOtherJudgements(
  tx: WriteTx,
  requisitionId: string,
  unitId: string | null,
): Promise<readonly string[]> {
  const lines = await tx.db
    .select({ id: requisitionLines.id, judgementId: requisitionLines.judgementId })
    .from(requisitionLines)
    .where(eq(requisitionLines.requisitionId, requisitionId));
  const judgement = await judgementsNamed(
    tx,
    lines.map((line) => line.judgementId),
  );
  const other = lines
    .filter(({ judgementId }) => judgementId !== null && judgement(judgementId).unitId !== unitId)
    .map((line): string => line.id);
  await tx.db.update(requisitionLines).set({ judgementId: null }).where(among(requisitionLines.id, other));
  return other;
}

async function partsInUse(tx: ReadTx, partIds: readonly string[]): Promise<ReadonlyMap<string, PartOfLine>> {
  const rows = await tx.db
    .select({
      id: parts.id,
      number: parts.number,
      name: parts.name,
      unitOfMeasure: parts.unitOfMeasure,
      priceFen: parts.priceFen,
      oldPartRule: parts.oldPartRule,
    })
    .from(parts)
    .where(and(among(parts.id, partIds), eq(parts.active, true)));
  return new Map(rows.map((part) => [part.id, part]));
}
