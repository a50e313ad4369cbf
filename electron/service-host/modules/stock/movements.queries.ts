import { and, asc, desc, eq, gte, lte, sql, type SQL } from 'drizzle-orm';
import type { MovementRow } from '#shared/contract/stock.contract.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { Page } from '#shared/contract/lists.ts';
import { present } from '#shared/domain/assert.ts';
import { daysBetween, type Day } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { stockAccounts, stockMovements } from '../../schema/stock.tables.ts';

interface MovementFilter {
  readonly partId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly fromDay?: Day | undefined;
  readonly untilDay?: Day | undefined;
  readonly documentId?: string | undefined;
}

interface MovementsInput {
  readonly filter: MovementFilter;
  readonly sort: { readonly by: 'sequence'; readonly descending: boolean };
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A range of days up to this long is gathered by day and put in order; a longer one is found along the ledger itself. */
const daysGathered = 100;

/**
 * One page of the ledger in the order of posting. The ids come first, along the index that fits the filter: a page of an
 * account merges what went out of it and what came in, each read in order.
 */
export async function listMovements(tx: ReadTx, input: MovementsInput): Promise<Page<MovementRow>> {
  const sequences = await sequencesOf(tx, input);
  const shown = sequences.slice(0, input.limit);
  const rows = shown.length === 0 ? [] : await movementRows(tx, shown);
  const bySequence = new Map(rows.map((row) => [row.sequence, row]));
  const last = shown.at(-1);
  return {
    rows: shown.flatMap((sequence) => bySequence.get(sequence) ?? []),
    next: sequences.length > input.limit && last !== undefined ? String(last) : null,
  };
}

async function sequencesOf(tx: ReadTx, { filter, sort, after, limit }: MovementsInput): Promise<number[]> {
  const { partId, accountId, documentId, fromDay, untilDay } = filter;
  const inOrder = sort.descending ? desc : asc;
  const common = and(
    after === undefined ? undefined : beyond(after, sort.descending),
    partId === undefined ? undefined : eq(stockMovements.partId, partId),
    documentId === undefined ? undefined : eq(stockMovements.documentId, documentId),
    fromDay === undefined ? undefined : gte(stockMovements.day, fromDay),
    untilDay === undefined ? undefined : lte(stockMovements.day, untilDay),
  );
  const select = (where: SQL | undefined, order: SQL) =>
    tx.db
      .select({ sequence: stockMovements.sequence })
      .from(stockMovements)
      .where(where)
      .orderBy(order)
      .limit(limit + 1);
  if (accountId !== undefined) {
    const out = await select(
      and(eq(stockMovements.fromAccountId, accountId), common),
      inOrder(stockMovements.sequence),
    );
    const into = await select(
      and(eq(stockMovements.toAccountId, accountId), common),
      inOrder(stockMovements.sequence),
    );
    const both = [...out, ...into].map((row) => row.sequence);
    return both.toSorted((one, other) => (sort.descending ? other - one : one - other)).slice(0, limit + 1);
  }
  // Adding nothing keeps the engine from walking the whole ledger for a few days of it.
  const narrow = partId === undefined && documentId === undefined && isNarrow(filter);
  const order = narrow ? inOrder(sql`${stockMovements.sequence} + 0`) : inOrder(stockMovements.sequence);
  return (await select(common, order)).map((row) => row.sequence);
}

function isNarrow({ fromDay, untilDay }: MovementFilter): boolean {
  return fromDay !== undefined && untilDay !== undefined && daysBetween(fromDay, untilDay) <= daysGathered;
}

function beyond(after: string, descending: boolean): SQL {
  if (!/^\d{1,15}$/.test(after)) refuse('INVALID_INPUT', { issues: [{ path: 'after', code: 'format' }] });
  return sql`${stockMovements.sequence} ${sql.raw(descending ? '<' : '>')} ${Number(after)}`;
}

async function movementRows(tx: ReadTx, sequences: readonly number[]): Promise<MovementRow[]> {
  const rows = await tx.db
    .select({
      sequence: stockMovements.sequence,
      at: stockMovements.at,
      day: stockMovements.day,
      documentKind: stockMovements.documentKind,
      documentId: stockMovements.documentId,
      documentNumber: stockMovements.documentNumber,
      partId: stockMovements.partId,
      fromAccountId: stockMovements.fromAccountId,
      toAccountId: stockMovements.toAccountId,
      quantity: stockMovements.quantity,
      valueFen: stockMovements.valueFen,
      fromQuantityAfter: stockMovements.fromQuantityAfter,
      toQuantityAfter: stockMovements.toQuantityAfter,
      reversesSequence: stockMovements.reversesSequence,
      personId: stockMovements.personId,
    })
    .from(stockMovements)
    .where(among(stockMovements.sequence, sequences));
  const accounts = await accountNames(
    tx,
    rows.flatMap((row) => [row.fromAccountId, row.toAccountId]),
  );
  const part = await partsNamed(
    tx,
    rows.map((row) => row.partId),
  );
  const person = await peopleNamed(
    tx,
    rows.map((row) => row.personId),
  );
  return rows.map(({ personId, ...row }) => {
    const from = present(accounts.get(row.fromAccountId), 'the account a movement comes from');
    const to = present(accounts.get(row.toAccountId), 'the account a movement goes to');
    return {
      ...row,
      fromKind: from.kind,
      fromCode: from.code,
      fromName: from.name,
      toKind: to.kind,
      toCode: to.code,
      toName: to.name,
      partNumber: part(row.partId).number,
      partName: part(row.partId).name,
      personName: person(personId).name,
    };
  });
}

async function accountNames(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db
    .select({
      id: stockAccounts.id,
      kind: stockAccounts.kind,
      code: stockAccounts.code,
      name: stockAccounts.name,
    })
    .from(stockAccounts)
    .where(among(stockAccounts.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id as string, row]));
}
