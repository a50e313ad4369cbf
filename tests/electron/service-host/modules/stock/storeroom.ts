import { and, asc, eq } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { AccountKind } from '#shared/domain/states.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { createPart } from '#host/modules/parts/parts.service.ts';
import { createAccount, saveWarehouse } from '#host/modules/stock/accounts.service.ts';
import { draftReceipt, postReceipt } from '#host/modules/stock/receipts.service.ts';
import { postMovements } from '#host/modules/stock/stock.ledger.service.ts';
import type { Books } from '#tests/support/books.ts';
import { plainPart, plainReceipt } from '#tests/support/plain-records.ts';

/** A word that no other test uses. */
export function unique(prefix: string): string {
  return `${prefix}-${newId().slice(-8).toUpperCase()}`;
}

/** Adds a part under a number of its own. */
export async function addPart(
  books: Books,
  fields: Partial<Parameters<typeof createPart>[1]> = {},
): Promise<string> {
  const made = await books.write(
    (tx) => createPart(tx, { ...plainPart, number: unique('P'), ...fields }),
    books.actors.warehouse,
  );
  return made.id;
}

/** Adds a warehouse. */
export async function addWarehouse(books: Books): Promise<string> {
  const code = unique('W');
  const made = await books.write(
    (tx) => saveWarehouse(tx, { id: null, version: 0, code, name: code, active: true }),
    books.actors.warehouse,
  );
  return made.id;
}

/** Adds an account: a bin in the warehouse given, or any other kind. */
export async function addAccount(
  books: Books,
  warehouseId: string | null,
  kind: AccountKind = 'bin',
  personId: string | null = null,
): Promise<string> {
  const code = unique(kind);
  const made = await books.write(
    (tx) => createAccount(tx, { code, name: code, kind, warehouseId, personId, active: true }),
    books.actors.warehouse,
  );
  return made.id;
}

/** Receives goods into a bin through a posted receipt. */
export async function receive(
  books: Books,
  accountId: string,
  partId: string,
  quantity: number,
  unitPriceFen: number,
) {
  return books.write(async (tx) => {
    const lines = [{ partId, accountId, quantity, unitPriceFen }];
    const draft = await draftReceipt(tx, { ...plainReceipt, day: dayOf(tx.now), lines });
    return postReceipt(tx, draft);
  }, books.actors.warehouse);
}

/** Moves a quantity from one account to another under a document of its own. */
export async function move(
  books: Books,
  partId: string,
  fromAccountId: string,
  toAccountId: string,
  quantity: number,
): Promise<string> {
  const id = newId();
  await books.write((tx) =>
    postMovements(tx, { kind: 'issue', id, number: id.slice(-6), day: dayOf(tx.now) }, [
      { partId, fromAccountId, toAccountId, quantity },
    ]),
  );
  return id;
}

/** A part, and a bin for it. */
export async function partAndBin(books: Books) {
  return {
    partId: await addPart(books, { unitOfMeasure: '升' }),
    accountId: await addAccount(books, await addWarehouse(books)),
  };
}

/** Drafts a receipt of twelve and a half of a part. */
export function draft(
  books: Books,
  line: { readonly partId: string; readonly accountId: string },
  fields: Partial<Parameters<typeof draftReceipt>[1]> = {},
) {
  const lines = [{ ...line, quantity: 12_500, unitPriceFen: 1860 }];
  return books.write(
    (tx) => draftReceipt(tx, { ...plainReceipt, day: dayOf(tx.now), lines, ...fields }),
    books.actors.warehouse,
  );
}

/** Posts a draft. */
export function post(books: Books, saved: { readonly id: string; readonly version: number }) {
  return books.write((tx) => postReceipt(tx, saved), books.actors.warehouse);
}

/** What the audit trail holds of a receipt, oldest first. */
export function auditOfReceipt(books: Books, receiptId: string) {
  return books.read((tx) =>
    tx.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectKind, 'receipt'), eq(auditEntries.subjectId, receiptId)))
      .orderBy(asc(auditEntries.sequence)),
  );
}
