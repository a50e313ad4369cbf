import { sql, type SQL } from 'drizzle-orm';
import type { TodayRow } from '#shared/contract/today.contract.ts';
import type { Permission, PlacedKind } from '#shared/nouns/index.ts';
import type { PresetRole } from '#shared/domain/roles.ts';
import type { ReadTx, WriteDb } from '../../database/database.ts';
import { given, statement, type Preparable, type Statement } from '../../database/statement.ts';

/** How many rows a card has. */
export interface CardCount {
  readonly all: number;
  readonly late: number;
  /** What all rows are worth together; null where there is no money in it. */
  readonly amountFen: number | null;
}

/** A card of Today: one question about what waits. Two statements tell how much there is, whatever the number of rows. */
export interface TodayCard {
  /** The noun in whose place the whole list stands. */
  readonly kind: PlacedKind;
  /** Who may see the card: whoever holds one of these. */
  readonly may: readonly Permission[];
  /** The preset roles for whom the card stands before the others. */
  readonly firstFor: readonly PresetRole[];
  /** How much there is; with `mine`, of what the actor owns, wrote or holds. */
  count(tx: ReadTx, mine: boolean): Promise<CardCount>;
  /** The first rows, late ones first. */
  rows(tx: ReadTx, mine: boolean, limit: number): Promise<readonly TodayRow[]>;
}

/** A row with what it has; the rest is empty. */
export function todayRow(row: Pick<TodayRow, 'kind' | 'id' | 'number'> & Partial<TodayRow>): TodayRow {
  return {
    summary: '',
    about: '',
    who: '',
    since: null,
    dueAt: null,
    dueDay: null,
    isLate: false,
    amountFen: null,
    stock: null,
    marks: [],
    ...row,
  };
}

/** A query in two forms: of everybody's records, and of the actor's own. */
export interface OwnOrAll<Result> {
  readonly all: Statement<Result>;
  readonly own: Statement<Result>;
}

/** Builds a query twice, so that either form runs along its index. `own(condition)` counts only in the form of the actor's own. */
export function ownOrAll<Result>(
  name: string,
  build: (db: WriteDb, own: (condition: SQL) => SQL | undefined) => Preparable<Result>,
): OwnOrAll<Awaited<Result>> {
  return {
    all: statement(`today.${name}`, (db) => build(db, () => undefined)),
    own: statement(`today.${name}.own`, (db) => build(db, (condition) => condition)),
  };
}

/** The actor, in the condition of an `ownOrAll` query. */
export const me = given('me');
/** The accounts of the actor, in the condition of an `ownOrAll` query. */
export const myAccounts = sql`(select id from stock_accounts where person_id = ${me})`;

/** Runs the form of the query that is asked for. */
export function run<Result>(
  tx: ReadTx,
  query: OwnOrAll<Result>,
  mine: boolean,
  parameters: Record<string, unknown> = {},
): Promise<Result> {
  return mine
    ? tx.run(query.own, { ...parameters, me: tx.actor.personId ?? '' })
    : tx.run(query.all, parameters);
}

/** The columns of a count: how many rows there are, and for how many of them the condition of lateness holds. */
export function counted(isLate?: SQL) {
  return {
    all: sql<number>`cast(count(*) as bigint)`,
    late: isLate
      ? sql<number>`cast(coalesce(sum(case when ${isLate} then 1 else 0 end), 0) as bigint)`
      : sql<number>`cast(0 as bigint)`,
  };
}

/** The one row of a count. */
export function countOf(
  rows: readonly { readonly all: number; readonly late: number; readonly amountFen?: number }[],
): CardCount {
  const [row] = rows;
  return { all: row?.all ?? 0, late: row?.late ?? 0, amountFen: row?.amountFen ?? null };
}
