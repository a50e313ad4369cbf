import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { theProgram } from '#shared/domain/actor.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Database } from '#host/database/database.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { auditHash } from '#host/desks/audit/audit.rules.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { nextNumber } from '#host/desks/numbering/numbering.service.ts';
import { onceOnly } from '#host/desks/operations/operations.service.ts';
import { createPart } from '#host/modules/parts/parts.service.ts';
import { createAccount, saveWarehouse } from '#host/modules/stock/accounts.service.ts';
import { postMovements, wellKnownAccount } from '#host/modules/stock/stock.ledger.service.ts';
import { plainPart } from '#tests/support/plain-records.ts';
import { copyOfBooks, inNewFolder } from './in-folder.ts';

const postings = 2_000;
const rounds = 3;

/** Durable postings a second: through our layers, and the same rows by prepared statements of the bare engine. */
export async function benchPostings(): Promise<{
  oursPerSecond: number;
  rawPerSecond: number;
  ratio: number;
}> {
  const results: { ours: number; raw: number }[] = [];
  // Turn by turn, so that whatever else the machine does falls on both.
  for (let round = 0; round < rounds; round += 1) {
    results.push({ ours: await inNewFolder(oursPerSecond), raw: await inNewFolder(rawPerSecond) });
  }
  const best = results.toSorted((one, other) => one.ours / one.raw - other.ours / other.raw)[
    Math.floor(rounds / 2)
  ] ?? { ours: 0, raw: 1 };
  return {
    oursPerSecond: Math.round(best.ours),
    rawPerSecond: Math.round(best.raw),
    ratio: Math.round((best.ours / best.raw) * 100) / 100,
  };
}

/** A part with much of it in a bin, for postings to a technician. */
export async function stockedPart(database: Database) {
  return database.write(theProgram, async (tx) => {
    const part = await createPart(tx, {
      ...plainPart,
      number: newId(),
      priceFen: 1000,
      oldPartRule: 'notRequired',
    });
    const warehouse = await saveWarehouse(tx, {
      id: null,
      version: 0,
      code: newId().slice(0, 20),
      name: 'bench',
      active: true,
    });
    const account = { personId: null, active: true };
    const bin = await createAccount(tx, {
      ...account,
      warehouseId: warehouse.id,
      code: newId(),
      name: 'bin',
      kind: 'bin',
    });
    const holder = await createAccount(tx, {
      ...account,
      warehouseId: null,
      code: newId(),
      name: 'holder',
      kind: 'station',
    });
    const supplier = await wellKnownAccount(tx, 'supplier');
    await postMovements(tx, { kind: 'receipt', id: newId(), number: 'RK', day: dayOf(tx.now) }, [
      {
        partId: part.id,
        fromAccountId: supplier,
        toAccountId: bin.id,
        quantity: 900_000_000,
        valueFen: 900_000_000,
      },
    ]);
    return { partId: part.id, binId: bin.id, holderId: holder.id };
  });
}

/** One durable posting as every act of the program does it: operation, number, movement, balances, audit row. */
export async function postOnce(
  database: Database,
  place: Awaited<ReturnType<typeof stockedPart>>,
): Promise<void> {
  const input = { operationId: newId(), partId: place.partId };
  const id = newId();
  await database.write(theProgram, (tx) =>
    onceOnly(tx, { id: input.operationId, procedure: 'bench.post', input }, async () => {
      const number = await nextNumber(tx, 'issue');
      await postMovements(tx, { kind: 'issue', id, number, day: dayOf(tx.now) }, [
        { partId: place.partId, fromAccountId: place.binId, toAccountId: place.holderId, quantity: 1 },
      ]);
      await recordAudit(tx, { act: 'bench.post', subjectKind: 'issue', subjectId: id, after: { number } });
      return { id, number };
    }),
  );
}

async function oursPerSecond(folder: string): Promise<number> {
  const database = await openDatabase({ engine: 'sqlite', file: join(folder, 'ours.db') });
  const place = await stockedPart(database);
  for (let warm = 0; warm < 200; warm += 1) await postOnce(database, place);
  const begin = performance.now();
  for (let posting = 0; posting < postings; posting += 1) await postOnce(database, place);
  const perSecond = postings / ((performance.now() - begin) / 1000);
  await database.close();
  return perSecond;
}

/** The same rows by prepared statements, in books of their own or in a copy of `books`. */
export async function rawPerSecond(folder: string, books?: string): Promise<number> {
  const file = join(folder, 'raw.db');
  if (books !== undefined) copyOfBooks(books, file);
  const database = await openDatabase({ engine: 'sqlite', file });
  const place = await stockedPart(database);
  await database.close();
  const raw = new BetterSqlite3(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  const post = preparedPosting(raw, place);
  for (let warm = 0; warm < 200; warm += 1) post();
  const begin = performance.now();
  for (let posting = 0; posting < postings; posting += 1) post();
  const perSecond = postings / ((performance.now() - begin) / 1000);
  raw.close();
  return perSecond;
}

/** The very rows postOnce leaves behind, written as directly as the engine allows. */
function preparedPosting(
  raw: BetterSqlite3.Database,
  place: Awaited<ReturnType<typeof stockedPart>>,
): () => void {
  const take = raw
    .prepare(
      'UPDATE stock_balances SET quantity = quantity - 1, value_fen = value_fen - 1, last_sequence = ? WHERE part_id = ? AND account_id = ? AND quantity >= 1 RETURNING quantity',
    )
    .pluck();
  const give = raw
    .prepare(
      'INSERT INTO stock_balances VALUES (?, ?, 1, 1, 1, ?) ON CONFLICT (part_id, account_id) DO UPDATE SET quantity = quantity + 1, value_fen = value_fen + 1, last_sequence = excluded.last_sequence RETURNING quantity',
    )
    .pluck();
  const move = raw.prepare(
    'INSERT INTO stock_movements VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, 1, 1, ?, ?, NULL, NULL)',
  );
  const number = raw
    .prepare(
      "INSERT INTO number_series VALUES ('issue', '202611', 1) ON CONFLICT DO UPDATE SET last_number = last_number + 1 RETURNING last_number",
    )
    .pluck();
  const audit = raw.prepare(
    "INSERT INTO audit_entries VALUES (?, ?, NULL, 'bench', 'bench.post', 'issue', ?, 'null', ?, ?, ?)",
  );
  const operation = raw.prepare('INSERT INTO operations VALUES (?, ?, NULL, ?, ?, ?)');
  const lastAudit = raw.prepare('SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1');
  let sequence = (raw.prepare('SELECT max(sequence) FROM stock_movements').pluck().get() as number) + 1;
  const inTransaction = raw.transaction(() => {
    const id = newId();
    const at = Date.now();
    const issue = `CK202611-${String(number.get())}`;
    const from = take.get(sequence, place.partId, place.binId);
    const to = give.get(place.holderId, place.partId, sequence);
    move.run(
      sequence,
      at,
      '2026-11-22',
      'issue',
      id,
      issue,
      place.partId,
      place.binId,
      place.holderId,
      from,
      to,
    );
    const last = lastAudit.get() as { sequence: number; hash: string };
    const content = {
      sequence: last.sequence + 1,
      at,
      personId: null,
      personName: 'bench',
      act: 'bench.post',
      subjectKind: 'issue',
      subjectId: id,
      before: 'null',
      after: JSON.stringify({ number: issue }),
    };
    audit.run(last.sequence + 1, at, id, content.after, last.hash, auditHash(last.hash, content));
    operation.run(newId(), 'bench.post', id, JSON.stringify({ id, number: issue }), at);
    sequence += 1;
  });
  return () => inTransaction.immediate();
}
