import { asc, eq } from 'drizzle-orm';
import { theProgram } from '#shared/domain/actor.ts';
import type { Database } from '#host/database/database.ts';
import { oldParts } from '#host/schema/old-parts.tables.ts';
import { requisitionLines, requisitions } from '#host/schema/requisitions.tables.ts';
import { serviceReports } from '#host/schema/reports.tables.ts';
import { receipts, stockAccounts, stockBalances } from '#host/schema/stock.tables.ts';
import type { OfficeModel } from './office-model.ts';

/** Where the model and the books differ, one line each; empty when they tell the same. */
export async function differences(database: Database, model: OfficeModel): Promise<readonly string[]> {
  const [wanted, found] = [modelState(model), await booksState(database)];
  const keys = new Set([...wanted.keys(), ...found.keys()]);
  return [...keys].flatMap((key) => {
    const [one, other] = [wanted.get(key) ?? 'nothing', found.get(key) ?? 'nothing'];
    return one === other ? [] : [`${key}: the books say ${other}, the model ${one}`];
  });
}

function modelState(model: OfficeModel): ReadonlyMap<string, string> {
  const state = new Map<string, string>();
  for (const [key, { quantity, valueFen }] of model.balances.all) {
    if (quantity !== 0 || valueFen !== 0) state.set(`balance ${key}`, `${quantity} ${valueFen}`);
  }
  for (const { id, version, state: at } of model.receipts) state.set(`receipt ${id}`, `${version} ${at}`);
  for (const { number, version, state: at } of model.tags)
    state.set(`old part ${number}`, `${version} ${at}`);
  for (const { id, version, state: at } of model.reports) state.set(`report ${id}`, `${version} ${at}`);
  for (const one of model.requisitions) {
    const lines = one.lines.map(
      (line) => `${line.issuedQuantity}/${line.clearedQuantity} of ${line.quantity}`,
    );
    state.set(
      `requisition ${one.id}`,
      `${one.version} ${one.state} ${one.isAllowed} ${one.isRestClosed} ${lines.join(', ')}`,
    );
  }
  return state;
}

async function booksState(database: Database): Promise<ReadonlyMap<string, string>> {
  return database.read(theProgram, async (tx) => {
    const state = new Map<string, string>();
    const balances = await tx.db
      .select({
        code: stockAccounts.code,
        accountId: stockBalances.accountId,
        partId: stockBalances.partId,
        quantity: stockBalances.quantity,
        valueFen: stockBalances.valueFen,
      })
      .from(stockBalances)
      .innerJoin(stockAccounts, eq(stockAccounts.id, stockBalances.accountId));
    for (const { code, accountId, partId, quantity, valueFen } of balances) {
      const account = code.startsWith('OUT-') || code === 'OLD-PARTS' ? code : accountId;
      if (quantity !== 0 || valueFen !== 0)
        state.set(`balance ${account} ${partId}`, `${quantity} ${valueFen}`);
    }
    for (const { id, version, state: at } of await tx.db.select().from(receipts))
      state.set(`receipt ${id}`, `${version} ${at}`);
    for (const { number, version, state: at } of await tx.db.select().from(oldParts))
      state.set(`old part ${number}`, `${version} ${at}`);
    for (const { id, version, state: at } of await tx.db.select().from(serviceReports))
      state.set(`report ${id}`, `${version} ${at}`);
    const lines = await tx.db.select().from(requisitionLines).orderBy(asc(requisitionLines.position));
    const linesOf = Map.groupBy(lines, (line): string => line.requisitionId);
    for (const one of await tx.db.select().from(requisitions)) {
      const told = (linesOf.get(one.id) ?? []).map(
        (line) => `${line.issuedQuantity}/${line.clearedQuantity} of ${line.quantity}`,
      );
      state.set(
        `requisition ${one.id}`,
        `${one.version} ${one.state} ${one.allowedBy !== null} ${one.restClosed} ${told.join(', ')}`,
      );
    }
    return state;
  });
}
