import { keysOfExisting } from '#shared/domain/code-key.ts';
import type { Migration } from './migration.ts';

const changes = `DROP INDEX stock_movements_month;
CREATE INDEX stock_movements_month ON stock_movements (part_id, day, from_account_id, to_account_id, quantity, value_fen, reverses_sequence);
DROP INDEX parts_barcode;
ALTER TABLE parts ADD COLUMN number_key TEXT NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN barcode_key TEXT;
ALTER TABLE warehouses ADD COLUMN code_key TEXT NOT NULL DEFAULT '';
ALTER TABLE stock_accounts ADD COLUMN code_key TEXT NOT NULL DEFAULT '';
ALTER TABLE products ADD COLUMN code_key TEXT NOT NULL DEFAULT '';
CREATE TABLE search_renames (
  subject_id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL
)%;
CREATE TABLE search_stale (
  subject_id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL
)%;
INSERT INTO search_renames (subject_id, kind)
  SELECT DISTINCT subject_id, CASE act WHEN 'customers.edit' THEN 'customer' WHEN 'units.edit' THEN 'unit'
    WHEN 'units.editProduct' THEN 'product' WHEN 'cases.edit' THEN 'case' ELSE 'stockAccount' END
  FROM audit_entries WHERE subject_kind IN ('customer', 'unit', 'product', 'case', 'stockAccount')
    AND act IN ('customers.edit', 'units.edit', 'units.editProduct', 'cases.edit', 'stock.editAccount');`;

/**
 * The month statement tells reversals apart; codes are kept as they are compared too. Of codes that are alike in the books
 * already every record stays, the later one under a key that no code has. Records that were edited may have had another name
 * before: the entries that name them are brought up to date after the start.
 */
export const stock: Migration = {
  number: 10,
  name: 'stock',
  sqlite: changes.replaceAll('%', ' STRICT'),
  postgres: changes.replaceAll('%', ''),
  fills: [
    { table: 'parts', from: 'number', into: 'number_key', values: keysOfExisting },
    { table: 'parts', from: 'barcode', into: 'barcode_key', values: keysOfFilled },
    { table: 'warehouses', from: 'code', into: 'code_key', values: keysOfExisting },
    { table: 'stock_accounts', from: 'code', into: 'code_key', values: keysOfExisting },
    { table: 'products', from: 'code', into: 'code_key', values: keysOfExisting },
  ],
  afterFills: `CREATE UNIQUE INDEX parts_number_key ON parts (number_key);
CREATE UNIQUE INDEX parts_barcode_key ON parts (barcode_key);
CREATE UNIQUE INDEX warehouses_code_key ON warehouses (code_key);
CREATE UNIQUE INDEX stock_accounts_code_key ON stock_accounts (code_key);
CREATE UNIQUE INDEX products_code_key ON products (code_key);`,
};

/** A part without a barcode has no key of one. */
function keysOfFilled(barcodes: readonly string[]): readonly (string | null)[] {
  const keys = keysOfExisting(barcodes.filter((barcode) => barcode !== ''));
  let next = 0;
  return barcodes.map((barcode) => (barcode === '' ? null : (keys[next++] ?? null)));
}
