import { asc, eq, sql } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { ReceiptState } from '#shared/nouns/receipt.card.ts';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { personNames } from '../people/people.queries.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
import { receiptLines, receipts, reversals, stockAccounts } from '../../schema/stock.tables.ts';

/** One page of the receipts. */
export async function listReceipts(
  tx: ReadTx,
  input: PageInput<'createdAt'> & {
    readonly filter: {
      readonly text?: string | undefined;
      readonly states?: readonly ReceiptState[] | undefined;
    };
  },
) {
  const { text, states } = input.filter;
  const found = await foundBy(tx, 'receipt', receipts.id, text);
  return readPage(tx, input, {
    from: receipts,
    id: receipts.id,
    sorts: { createdAt: receipts.createdAt },
    found,
    where: [states && among(receipts.state, states)],
    rows: (ids) => receiptRows(tx, ids),
    idOf: (row) => row.id,
  });
}

async function receiptRows(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db
    .select({
      id: receipts.id,
      number: receipts.number,
      state: receipts.state,
      purpose: receipts.purpose,
      supplier: receipts.supplier,
      day: receipts.day,
      createdAt: receipts.createdAt,
      createdBy: receipts.createdBy,
    })
    .from(receipts)
    .where(among(receipts.id, ids));
  const sums = await tx.db
    .select({
      receiptId: receiptLines.receiptId,
      lineCount: sql<number>`cast(count(*) as bigint)`,
      amountFen: sql<Fen>`cast(coalesce(sum(${receiptLines.amountFen}), 0) as bigint)`,
    })
    .from(receiptLines)
    .where(among(receiptLines.receiptId, ids))
    .groupBy(receiptLines.receiptId);
  const sumOf = new Map(sums.map((sum) => [sum.receiptId as string, sum]));
  const person = await peopleNamed(
    tx,
    rows.map((row) => row.createdBy),
  );
  return rows.map(({ createdBy, ...row }) => ({
    ...row,
    createdByName: person(createdBy).name,
    lineCount: sumOf.get(row.id)?.lineCount ?? 0,
    amountFen: sumOf.get(row.id)?.amountFen ?? 0,
  }));
}

/** A receipt with its lines. For a reversed or voided one the reason stands in `reversalReason`. Refuses NOT_FOUND. */
export async function receiptDetail(tx: ReadTx, { id }: { readonly id: string }) {
  const [found] = await tx.db
    .select({
      receipt: receipts,
      reversalNumber: reversals.number,
      reversalReason: reversals.reason,
    })
    .from(receipts)
    .leftJoin(reversals, eq(reversals.documentId, receipts.id))
    .where(eq(receipts.id, id));
  if (!found) return refuse('NOT_FOUND', { kind: 'receipt' });
  const lines = await linesOf(tx, id);
  const names = await personNames(tx);
  return {
    ...found.receipt,
    createdByName: names.get(found.receipt.createdBy ?? '') ?? '',
    postedByName: names.get(found.receipt.postedBy ?? '') ?? '',
    reversalNumber: found.reversalNumber,
    reversalReason: found.reversalReason ?? found.receipt.voidReason,
    amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
    lines,
  };
}

/** The lines of a receipt in their order, with the names of part and place. */
export async function linesOf(tx: ReadTx, receiptId: string) {
  const lines = await tx.run(findLines, { receiptId });
  const part = await partsNamed(
    tx,
    lines.map((line) => line.partId),
  );
  return lines.map((line) => ({
    ...line,
    partNumber: part(line.partId).number,
    partName: part(line.partId).name,
    unitOfMeasure: part(line.partId).unitOfMeasure,
  }));
}

const findLines = statement('receipts.lines', (db) =>
  db
    .select({
      id: receiptLines.id,
      partId: receiptLines.partId,
      accountId: receiptLines.accountId,
      quantity: receiptLines.quantity,
      unitPriceFen: receiptLines.unitPriceFen,
      amountFen: receiptLines.amountFen,
      accountCode: stockAccounts.code,
    })
    .from(receiptLines)
    .innerJoin(stockAccounts, eq(stockAccounts.id, receiptLines.accountId))
    .where(eq(receiptLines.receiptId, given('receiptId')))
    .orderBy(asc(receiptLines.position)),
);
