import { and, desc, eq, sql } from 'drizzle-orm';
import { given, statement } from '../../database/statement.ts';
import { stockAccounts, stockBalances, stockMovements } from '../../schema/stock.tables.ts';

// What a posting asks of the database, named and prepared once: this is run for every line of every document.

/** An account by its id. */
export const findAccount = statement('stock.findAccount', (db) =>
  db
    .select({
      id: stockAccounts.id,
      name: stockAccounts.name,
      kind: stockAccounts.kind,
      inside: stockAccounts.inside,
      active: stockAccounts.active,
    })
    .from(stockAccounts)
    .where(eq(stockAccounts.id, given('id'))),
);

/** The id of an account by its code. */
export const findAccountByCode = statement('stock.findAccountByCode', (db) =>
  db
    .select({ id: stockAccounts.id })
    .from(stockAccounts)
    .where(eq(stockAccounts.code, given('code'))),
);

/** The last movement of the whole ledger. */
export const lastMovement = statement('stock.lastMovement', (db) =>
  db
    .select({ sequence: stockMovements.sequence })
    .from(stockMovements)
    .orderBy(desc(stockMovements.sequence))
    .limit(1),
);

/** What reverses a movement, if anything does. */
export const findReversal = statement('stock.findReversal', (db) =>
  db
    .select({ sequence: stockMovements.sequence })
    .from(stockMovements)
    .where(eq(stockMovements.reversesSequence, given('sequence'))),
);

/** What an account holds of a part. */
export const findBalance = statement('stock.findBalance', (db) =>
  db
    .select({ quantity: stockBalances.quantity, valueFen: stockBalances.valueFen })
    .from(stockBalances)
    .where(and(eq(stockBalances.partId, given('partId')), eq(stockBalances.accountId, given('accountId')))),
);

/** Takes from a balance that is still as it was seen. */
export const takeFromBalance = statement('stock.takeFromBalance', (db) =>
  db
    .update(stockBalances)
    .set({
      quantity: sql`${stockBalances.quantity} - ${given('quantity')}`,
      valueFen: sql`${stockBalances.valueFen} - ${given('valueFen')}`,
      lastSequence: sql`${given('sequence')}`,
    })
    .where(
      and(
        eq(stockBalances.partId, given('partId')),
        eq(stockBalances.accountId, given('accountId')),
        eq(stockBalances.quantity, given('seenQuantity')),
        eq(stockBalances.valueFen, given('seenValueFen')),
      ),
    )
    .returning({ quantity: stockBalances.quantity }),
);

/** Adds to a balance, or begins it. */
export const addToBalance = statement('stock.addToBalance', (db) =>
  db
    .insert(stockBalances)
    .values({
      accountId: given('accountId'),
      partId: given('partId'),
      inside: given('inside'),
      quantity: given('quantity'),
      valueFen: given('valueFen'),
      lastSequence: given('sequence'),
    })
    .onConflictDoUpdate({
      target: [stockBalances.partId, stockBalances.accountId],
      set: {
        quantity: sql`${stockBalances.quantity} + excluded.quantity`,
        valueFen: sql`${stockBalances.valueFen} + excluded.value_fen`,
        lastSequence: sql`excluded.last_sequence`,
      },
    })
    .returning({ quantity: stockBalances.quantity, valueFen: stockBalances.valueFen }),
);

/** Appends a movement. */
export const insertMovement = statement('stock.insertMovement', (db) =>
  db.insert(stockMovements).values({
    sequence: given('sequence'),
    at: given('at'),
    day: given('day'),
    documentKind: given('documentKind'),
    documentId: given('documentId'),
    documentNumber: given('documentNumber'),
    lineId: given('lineId'),
    partId: given('partId'),
    fromAccountId: given('fromAccountId'),
    toAccountId: given('toAccountId'),
    quantity: given('quantity'),
    valueFen: given('valueFen'),
    fromQuantityAfter: given('fromQuantityAfter'),
    toQuantityAfter: given('toQuantityAfter'),
    reversesSequence: given('reversesSequence'),
    personId: given('personId'),
  }),
);
