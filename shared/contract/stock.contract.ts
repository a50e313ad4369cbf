import { z } from 'zod';
import type { receiptFields } from '../domain/record-fields.ts';
import { accountKinds, receiptPurposes } from '../domain/states.ts';
import { receiptStates } from '../nouns/receipt.card.ts';
import * as field from './fields.ts';
import { cursor, listOf, pageOf, shownColumns } from './lists.ts';
import { act, actInput, editInput, question, saved, savedDocument } from './procedures.ts';

const accountFields = {
  code: field.requiredLine(30),
  name: field.requiredLine(60),
  kind: z.enum(accountKinds),
  warehouseId: field.id('warehouse').nullable(),
  personId: field.id('person').nullable(),
  active: z.boolean(),
};
export const warehouseRow = z.object({
  id: field.id('warehouse'),
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  version: z.number(),
  findable: field.findable(),
});
export const accountRow = z.object({
  id: field.id('stockAccount'),
  ...accountFields,
  inside: z.boolean(),
  version: z.number(),
  findable: field.findable(),
});

export const movementRow = z.object({
  sequence: z.number(),
  at: z.number(),
  day: z.string(),
  documentKind: z.string(),
  documentId: z.string(),
  documentNumber: z.string(),
  partId: field.id('part'),
  partNumber: z.string(),
  partName: z.string(),
  fromAccountId: field.id('stockAccount'),
  fromKind: z.enum(accountKinds),
  fromCode: z.string(),
  fromName: z.string(),
  toAccountId: field.id('stockAccount'),
  toKind: z.enum(accountKinds),
  toCode: z.string(),
  toName: z.string(),
  quantity: z.number(),
  valueFen: z.number(),
  fromQuantityAfter: z.number(),
  toQuantityAfter: z.number(),
  reversesSequence: z.number().nullable(),
  personName: z.string(),
});

/** An entry of the ledger. */
export type MovementRow = z.infer<typeof movementRow>;

const receiptLine = {
  partId: field.id('part'),
  accountId: field.id('stockAccount'),
  quantity: field.quantity(),
  unitPriceFen: field.fen(),
};
const receipt = {
  purpose: z.enum(receiptPurposes),
  supplier: field.line(80),
  deliveryNote: field.line(60),
  day: field.day(),
  specificationChecked: z.boolean(),
  quantityChecked: z.boolean(),
  qualityChecked: z.boolean(),
  notes: field.prose(1000),
  lines: z.array(z.strictObject(receiptLine)).max(500),
} satisfies Record<(typeof receiptFields)[number] | 'lines', z.ZodType>;
export const receiptRow = z.object({
  id: field.id('receipt'),
  number: z.string(),
  state: z.enum(receiptStates),
  purpose: z.enum(receiptPurposes),
  supplier: z.string(),
  day: z.string(),
  lineCount: z.number(),
  amountFen: z.number(),
  createdAt: z.number(),
  createdByName: z.string(),
});
/** A row of the list of receipts. */
export type ReceiptRow = z.infer<typeof receiptRow>;
export const receiptDetail = z.object({
  id: field.id('receipt'),
  number: z.string(),
  state: z.enum(receiptStates),
  purpose: z.enum(receiptPurposes),
  supplier: z.string(),
  deliveryNote: z.string(),
  day: z.string(),
  specificationChecked: z.boolean(),
  quantityChecked: z.boolean(),
  qualityChecked: z.boolean(),
  notes: z.string(),
  createdAt: z.number(),
  createdByName: z.string(),
  postedAt: z.number().nullable(),
  postedByName: z.string(),
  reversalNumber: z.string().nullable(),
  reversalReason: z.string(),
  amountFen: z.number(),
  version: z.number(),
  lines: z.array(
    z.object({
      id: field.id('receiptLine'),
      ...receiptLine,
      partNumber: z.string(),
      partName: z.string(),
      unitOfMeasure: z.string(),
      accountCode: z.string(),
      amountFen: z.number(),
    }),
  ),
});

/** What the check of the ledger, a piece of long work, ends with. Of the problems, the first hundred are told. */
export const ledgerCheck = z.object({
  whole: z.boolean(),
  movements: z.number(),
  problemCount: z.number(),
  problems: z
    .array(
      z.object({
        kind: z.enum(['sum', 'chain', 'negative', 'value', 'gap', 'unreadable']),
        part: z.string(),
        account: z.string(),
        sequence: z.number().nullable(),
        expected: z.number(),
        found: z.number(),
      }),
    )
    .readonly(),
});

export const monthRow = z.object({
  partId: field.id('part'),
  partNumber: z.string(),
  partName: z.string(),
  category: z.string(),
  unitOfMeasure: z.string(),
  openingQuantity: z.number(),
  openingFen: z.number(),
  inQuantity: z.number(),
  inFen: z.number(),
  outQuantity: z.number(),
  outFen: z.number(),
  closingQuantity: z.number(),
  closingFen: z.number(),
});

type MonthRow = z.infer<typeof monthRow>;
/** A line of the statement: a part, or in money alone a sum or a place. */
export type MonthLine = Pick<MonthRow, 'partName' | 'openingFen' | 'inFen' | 'outFen' | 'closingFen'> &
  Partial<MonthRow>;

const monthMoney = {
  openingFen: z.number(),
  inFen: z.number(),
  outFen: z.number(),
  closingFen: z.number(),
};
export const monthPlace = z.object({
  kind: z.enum(['warehouse', 'holders', 'between']),
  warehouseId: field.id('warehouse').nullable(),
  name: z.string(),
  ...monthMoney,
});
/** What a statement is about. */
export const monthScope = {
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  warehouseId: field.id('warehouse').optional(),
  /** Only what lies in no warehouse: with technicians, stations and shipments. Old parts are in no statement. */
  onlyHolders: z.boolean().optional(),
  /** Only parts that came in or went out; the totals stay those of all. */
  onlyMoved: z.boolean().optional(),
};

const movements = listOf(
  z.strictObject({
    partId: field.id('part').optional(),
    accountId: field.id('stockAccount').optional(),
    fromDay: field.day().optional(),
    untilDay: field.day().optional(),
    documentId: field.id().optional(),
  }),
  ['sequence'],
);
const receipts = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    states: z.array(z.enum(receiptStates)).max(4).optional(),
  }),
  ['createdAt'],
);

/** Warehouses and accounts, receipts, the ledger, the monthly statement. */
export const stockContract = {
  warehouses: question('stock.view').output(z.array(warehouseRow)),
  saveWarehouse: act('stock.accounts')
    .input(
      actInput({
        id: field.id('warehouse').nullable(),
        version: field.versionOrZero(),
        code: field.requiredLine(20),
        name: field.requiredLine(60),
        active: z.boolean(),
      }),
    )
    .output(saved),
  accounts: question('stock.view')
    .input(z.strictObject({ kinds: z.array(z.enum(accountKinds)).max(20).optional() }))
    .output(z.array(accountRow)),
  createAccount: act('stock.accounts').input(actInput(accountFields)).output(saved),
  editAccount: act('stock.accounts')
    .input(
      editInput({
        code: field.requiredLine(30),
        name: field.requiredLine(60),
        warehouseId: field.id('warehouse').nullable(),
        /** Can be changed until something was drawn on the account; left out, it stays. */
        personId: field.id('person').nullable().optional(),
        active: z.boolean(),
      }),
    )
    .output(saved),
  movements: question('stock.view').input(movements.page).output(pageOf(movementRow)),
  receipts: question('stock.view').input(receipts.page).output(pageOf(receiptRow)),
  receipt: question('stock.view')
    .input(z.strictObject({ id: field.id('receipt') }))
    .output(receiptDetail),
  draftReceipt: act('stock.receive').input(actInput(receipt)).output(savedDocument),
  editReceipt: act('stock.receive').input(editInput(receipt)).output(savedDocument),
  postReceipt: act('stock.receive').input(editInput({})).output(savedDocument),
  voidReceipt: act('stock.receive')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  /** Posts everything of the receipt back under a counter-document that names it; optionally opens a new draft with the same lines. */
  reverseReceipt: act('stock.reverse')
    .input(editInput({ reason: field.requiredProse(400), writeAnew: z.boolean() }))
    .output(z.object({ reversalNumber: z.string(), newReceiptId: field.id('receipt').nullable() })),
  /**
   * In-out-stock of a month over the house, one warehouse or the holders, per part, page by page by part number. A reversal
   * stands as a negative in the column of what it takes back. The last page of the house tells its places too: in and out of
   * all of them add up to those of the house.
   */
  month: question('stock.view')
    .input(
      z.strictObject({
        ...monthScope,
        after: cursor().optional(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(
      z.object({
        rows: z.array(monthRow),
        next: z.string().nullable(),
        totals: z.object(monthMoney),
        places: z.array(monthPlace),
      }),
    ),
  /** Compares ledger and balances: sums, chains, signs, value. */
  check: act('stock.view')
    .input(actInput({}))
    .output(z.object({ workId: field.id('work') })),
  exportMonth: question('stock.view')
    .input(z.strictObject({ ...monthScope, columns: shownColumns().optional() }))
    .output(field.sheet()),
  exportMovements: question('stock.view').input(movements.file).output(field.sheet()),
  exportReceipts: question('stock.view').input(receipts.file).output(field.sheet()),
};
