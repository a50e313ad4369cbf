import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accountKinds, receiptPurposes } from '#shared/domain/states.ts';
import { receiptStates } from '#shared/nouns/receipt.card.ts';
import { choice, count, day, flag, id, moment, money, quantity, words } from '../database/columns/columns.ts';
import { parts } from './parts.tables.ts';
import { people } from './people.tables.ts';

/** Warehouses; a service station that keeps bins of its own is one too. */
export const warehouses = sqliteTable(
  'warehouses',
  {
    id: id<'warehouse'>('id').primaryKey(),
    code: words('code').notNull(),
    name: words('name').notNull(),
    active: flag('active').notNull(),
    version: count('version').notNull(),
    /** The code as it is compared. */
    codeKey: words('code_key').notNull(),
  },
  (table) => [
    uniqueIndex('warehouses_code').on(table.code),
    uniqueIndex('warehouses_code_key').on(table.codeKey),
  ],
);

/** Places that hold parts: bins, technicians, stations, the old-parts store; and the outside they come from and go to. */
export const stockAccounts = sqliteTable(
  'stock_accounts',
  {
    id: id<'stockAccount'>('id').primaryKey(),
    code: words('code').notNull(),
    name: words('name').notNull(),
    kind: choice('kind', accountKinds).notNull(),
    inside: flag('inside').notNull(),
    warehouseId: id<'warehouse'>('warehouse_id').references(() => warehouses.id),
    personId: id<'person'>('person_id').references(() => people.id),
    active: flag('active').notNull(),
    version: count('version').notNull(),
    /** The code as it is compared. */
    codeKey: words('code_key').notNull(),
  },
  (table) => [
    uniqueIndex('stock_accounts_code').on(table.code),
    uniqueIndex('stock_accounts_code_key').on(table.codeKey),
    index('stock_accounts_person').on(table.personId),
    index('stock_accounts_kind').on(table.kind, table.code),
  ],
);

/** What each account holds now; follows from the movements and is written in the same transaction. */
export const stockBalances = sqliteTable(
  'stock_balances',
  {
    accountId: id<'stockAccount'>('account_id')
      .notNull()
      .references(() => stockAccounts.id),
    partId: id<'part'>('part_id')
      .notNull()
      .references(() => parts.id),
    inside: flag('inside').notNull(),
    quantity: quantity('quantity').notNull(),
    valueFen: money('value_fen').notNull(),
    lastSequence: count('last_sequence').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partId, table.accountId] }),
    index('stock_balances_account').on(table.accountId, table.partId),
    check('stock_balances_inside', sql.raw('inside = 0 OR (quantity >= 0 AND value_fen >= 0)')),
    check('stock_balances_empty', sql.raw('quantity <> 0 OR inside = 0 OR value_fen = 0')),
  ],
);

/** The ledger: every posting of a quantity of one part from one account to another. Only ever grows. */
export const stockMovements = sqliteTable(
  'stock_movements',
  {
    sequence: count('sequence').primaryKey(),
    at: moment('at').notNull(),
    day: day('day').notNull(),
    documentKind: words('document_kind').notNull(),
    documentId: id('document_id').notNull(),
    documentNumber: words('document_number').notNull(),
    lineId: id('line_id'),
    partId: id<'part'>('part_id')
      .notNull()
      .references(() => parts.id),
    fromAccountId: id<'stockAccount'>('from_account_id')
      .notNull()
      .references(() => stockAccounts.id),
    toAccountId: id<'stockAccount'>('to_account_id')
      .notNull()
      .references(() => stockAccounts.id),
    quantity: quantity('quantity').notNull(),
    valueFen: money('value_fen').notNull(),
    fromQuantityAfter: quantity('from_quantity_after').notNull(),
    toQuantityAfter: quantity('to_quantity_after').notNull(),
    reversesSequence: count('reverses_sequence'),
    personId: id<'person'>('person_id'),
  },
  (table) => [
    index('stock_movements_part').on(table.partId, table.sequence),
    index('stock_movements_from').on(table.fromAccountId, table.sequence),
    index('stock_movements_to').on(table.toAccountId, table.sequence),
    index('stock_movements_document').on(table.documentId, table.sequence),
    index('stock_movements_day').on(table.day, table.sequence),
    // Holds all that the monthly statement reads of a part, so that it never turns to the rows themselves.
    index('stock_movements_month').on(
      table.partId,
      table.day,
      table.fromAccountId,
      table.toAccountId,
      table.quantity,
      table.valueFen,
      table.reversesSequence,
    ),
    uniqueIndex('stock_movements_reversal').on(table.reversesSequence),
    check('stock_movements_quantity', sql.raw('quantity > 0')),
    check('stock_movements_value', sql.raw('value_fen >= 0')),
    check('stock_movements_two_accounts', sql.raw('from_account_id <> to_account_id')),
  ],
);

/** Goods received into the warehouse. */
export const receipts = sqliteTable(
  'receipts',
  {
    id: id<'receipt'>('id').primaryKey(),
    number: words('number').notNull(),
    state: choice('state', receiptStates).notNull(),
    purpose: choice('purpose', receiptPurposes).notNull(),
    supplier: words('supplier').notNull(),
    deliveryNote: words('delivery_note').notNull(),
    day: day('day').notNull(),
    specificationChecked: flag('specification_checked').notNull(),
    quantityChecked: flag('quantity_checked').notNull(),
    qualityChecked: flag('quality_checked').notNull(),
    notes: words('notes').notNull(),
    createdBy: id<'person'>('created_by'),
    createdAt: moment('created_at').notNull(),
    postedBy: id<'person'>('posted_by'),
    postedAt: moment('posted_at'),
    voidReason: words('void_reason').notNull(),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('receipts_number').on(table.number),
    index('receipts_state').on(table.state, table.createdAt, table.id),
    index('receipts_created').on(table.createdAt, table.id),
  ],
);

export const receiptLines = sqliteTable(
  'receipt_lines',
  {
    id: id<'receiptLine'>('id').primaryKey(),
    receiptId: id<'receipt'>('receipt_id')
      .notNull()
      .references(() => receipts.id),
    position: count('position').notNull(),
    partId: id<'part'>('part_id')
      .notNull()
      .references(() => parts.id),
    accountId: id<'stockAccount'>('account_id')
      .notNull()
      .references(() => stockAccounts.id),
    quantity: quantity('quantity').notNull(),
    unitPriceFen: money('unit_price_fen').notNull(),
    amountFen: money('amount_fen').notNull(),
  },
  (table) => [
    index('receipt_lines_receipt').on(table.receiptId, table.position),
    check('receipt_lines_quantity', sql.raw('quantity > 0')),
  ],
);

/** Counter-documents: what was posted by mistake, posted back. */
export const reversals = sqliteTable(
  'reversals',
  {
    id: id<'reversal'>('id').primaryKey(),
    number: words('number').notNull(),
    documentKind: words('document_kind').notNull(),
    documentId: id('document_id').notNull(),
    documentNumber: words('document_number').notNull(),
    reason: words('reason').notNull(),
    personId: id<'person'>('person_id'),
    at: moment('at').notNull(),
  },
  (table) => [
    uniqueIndex('reversals_number').on(table.number),
    uniqueIndex('reversals_document').on(table.documentId),
  ],
);
