import { eq } from 'drizzle-orm';
import { refuseFutureDays } from '#shared/contract/future-days.ts';
import { refuseBrokenPieces } from '#shared/contract/whole-pieces.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { dayOf, type Day } from '#shared/domain/days.ts';
import { newId, type Id } from '#shared/domain/ids.ts';
import { amountOf, type Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { pick, receiptFields } from '#shared/domain/record-fields.ts';
import type { ReceiptPurpose } from '#shared/domain/states.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { documentOf, type Edited } from '../../desks/documents.ts';
import { nextNumber, provisionalNumber } from '../../desks/numbering/numbering.service.ts';
import { parts } from '../../schema/parts.tables.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { settingsOf } from '../settings/settings.queries.ts';
import { linesOf } from './receipts.queries.ts';
import { faultsOfAmounts, mayReceive, openDays, sourceOf, whyNotPosted } from './receipts.rules.ts';
import { postMovements, wellKnownAccount } from './stock.ledger.service.ts';
import { receiptLines, receipts, stockAccounts, warehouses } from '../../schema/stock.tables.ts';

interface ReceiptLine {
  readonly partId: string;
  readonly accountId: string;
  readonly quantity: Quantity;
  readonly unitPriceFen: Fen;
}

interface ReceiptFields {
  readonly purpose: ReceiptPurpose;
  readonly supplier: string;
  readonly deliveryNote: string;
  readonly day: Day;
  readonly specificationChecked: boolean;
  readonly quantityChecked: boolean;
  readonly qualityChecked: boolean;
  readonly notes: string;
}

/** A receipt as a document. */
export const receiptDocument = documentOf('receipt', receipts);

/** Begins a receipt under a provisional number. Refuses places that cannot receive: ACCOUNT_NOT_USABLE. */
export async function draftReceipt(
  tx: WriteTx,
  input: ReceiptFields & { readonly lines: readonly ReceiptLine[] },
) {
  const id = newId<'receipt'>(tx.now);
  const fields = pick(input, receiptFields);
  refuseFutureDays(dayOf(tx.now), { day: fields.day });
  await refuseBadLines(tx, input.purpose, input.lines);
  const number = await provisionalNumber(tx, 'receipt');
  await tx.db.insert(receipts).values({
    id,
    number,
    state: 'draft',
    ...fields,
    voidReason: '',
    createdBy: tx.actor.personId,
    createdAt: tx.now,
    version: 1,
  });
  await insertLines(tx, id, input.lines);
  await recordAudit(tx, {
    act: 'stock.draftReceipt',
    subjectKind: 'receipt',
    subjectId: id,
    after: { number, ...fields, lines: input.lines },
  });
  await makeFindable(tx, id, number, fields);
  return { id, version: 1, number };
}

/** Changes a draft, its lines as a whole. Refuses WRONG_STATE once it was posted or voided. */
export async function editReceipt(
  tx: WriteTx,
  input: Edited & ReceiptFields & { readonly lines: readonly ReceiptLine[] },
) {
  const { id } = input;
  const current = await receiptDocument.toAct(tx, 'editReceipt', input);
  const fields = pick(input, receiptFields);
  refuseFutureDays(dayOf(tx.now), { day: fields.day }, current);
  await refuseBadLines(tx, input.purpose, input.lines);
  const also = { before: { lines: (await linesOf(tx, id)).map(lineOf) }, after: { lines: input.lines } };
  const saved = await receiptDocument.change(tx, current, 'editReceipt', fields, also);
  await tx.db.delete(receiptLines).where(eq(receiptLines.receiptId, id));
  await insertLines(tx, id, input.lines);
  await makeFindable(tx, id, current.number, fields);
  return saved;
}

/**
 * Books the goods into the ledger under a final number. Refuses WRONG_STATE, NO_LINES, CHECKS_MISSING, DAY_NOT_OPEN and
 * ACCOUNT_NOT_USABLE.
 */
export async function postReceipt(tx: WriteTx, input: Edited) {
  const receipt = await receiptDocument.toAct(tx, 'postReceipt', input);
  const { id } = receipt;
  const lines = await linesOf(tx, id);
  const { backdateDays } = await settingsOf(tx, 'stock');
  const refusal = whyNotPosted(
    { ...receipt, lineCount: lines.length },
    openDays(dayOf(tx.now), backdateDays),
  );
  if (refusal) throw refusal;
  const number = await nextNumber(tx, 'receipt');
  const fields = { number, state: 'posted', postedBy: tx.actor.personId, postedAt: tx.now } as const;
  const saved = await receiptDocument.change(tx, receipt, 'postReceipt', fields);
  const fromAccountId = await wellKnownAccount(tx, sourceOf(receipt.purpose));
  await postMovements(
    tx,
    { kind: 'receipt', id, number, day: receipt.day },
    lines.map((line) => ({
      lineId: line.id,
      partId: line.partId,
      fromAccountId,
      toAccountId: line.accountId,
      quantity: line.quantity,
      valueFen: line.amountFen,
    })),
  );
  await makeFindable(tx, id, number, receipt);
  return saved;
}

/** Gives a draft up; it stays visible with the reason. Refuses WRONG_STATE. */
export async function voidReceipt(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const receipt = await receiptDocument.toAct(tx, 'voidReceipt', input);
  return receiptDocument.change(tx, receipt, 'voidReceipt', { state: 'void', voidReason: input.reason });
}

async function refuseBadLines(
  tx: ReadTx,
  purpose: ReceiptPurpose,
  lines: readonly ReceiptLine[],
): Promise<void> {
  const issues = faultsOfAmounts(lines);
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
  const partIds = [...new Set(lines.map((line) => line.partId))];
  const known = await tx.db
    .select({ id: parts.id, unitOfMeasure: parts.unitOfMeasure })
    .from(parts)
    .where(among(parts.id, partIds));
  refuseBrokenPieces(lines, new Map(known.map((part) => [part.id, part])));
  if (known.length !== partIds.length) refuse('NOT_FOUND', { kind: 'part' });
  const accountIds = [...new Set(lines.map((line) => line.accountId))];
  const accounts = await tx.db
    .select({
      name: stockAccounts.name,
      kind: stockAccounts.kind,
      active: stockAccounts.active,
      warehouseActive: warehouses.active,
    })
    .from(stockAccounts)
    .leftJoin(warehouses, eq(warehouses.id, stockAccounts.warehouseId))
    .where(among(stockAccounts.id, accountIds));
  if (accounts.length !== accountIds.length) refuse('NOT_FOUND', { kind: 'stockAccount' });
  const unusable = accounts.find(
    ({ active, warehouseActive, kind }) => !active || warehouseActive === false || !mayReceive(purpose, kind),
  );
  if (unusable) refuse('ACCOUNT_NOT_USABLE', { account: unusable.name });
}

async function insertLines(
  tx: WriteTx,
  receiptId: Id<'receipt'>,
  lines: readonly ReceiptLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.db.insert(receiptLines).values(
    lines.map(({ partId, accountId, quantity, unitPriceFen }, position) => ({
      id: newId<'receiptLine'>(tx.now),
      receiptId,
      position,
      partId,
      accountId,
      quantity,
      unitPriceFen,
      amountFen: amountOf(unitPriceFen, quantity),
    })),
  );
}

async function makeFindable(tx: WriteTx, id: string, number: string, receipt: ReceiptFields): Promise<void> {
  const { supplier, deliveryNote, day } = receipt;
  const subtitle = [supplier, deliveryNote, day].filter((text) => text !== '').join(' · ');
  await indexForSearch(tx, {
    kind: 'receipt',
    subjectId: id,
    title: number,
    subtitle,
    texts: [number, supplier, deliveryNote],
  });
}

function lineOf({ partId, accountId, quantity, unitPriceFen }: ReceiptLine): ReceiptLine {
  return { partId, accountId, quantity, unitPriceFen };
}
