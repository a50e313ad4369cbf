import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Language } from '#shared/domain/actor.ts';
import type { NamedKind } from '#shared/nouns/named-kinds.ts';
import type { Kind, PaperOf, SearchKind } from '#shared/nouns/index.ts';
import type { DutyOf } from '#shared/domain/duties.ts';
import type { DecisionOf } from '#shared/domain/decision-kinds.ts';
import type { ReadTx, WriteTx } from '../database/database.ts';
import type { Decision } from './decisions/decision.ts';
import type { ToldDuty } from './duties/duty.ts';
import type { ExcelSheet } from './lists/excel.ts';
import type { Paper } from './papers/paper.ts';

/** A list as a file. The roll knows neither the input of a sheet, which the contract checks, nor the type of its rows. */
export type Sheet = (
  tx: ReadTx,
  input: never,
  language: Language,
) => Promise<Pick<ExcelSheet<never>, 'name'>>;

/**
 * How the entry of a noun in the search follows the names of other records. A name that comes by way of another record, as
 * the customer of a report by way of its case, need not be told: the entry of the case changes first.
 */
export interface Naming {
  readonly table: SQLiteTable & { readonly id: SQLiteColumn };
  /** The columns by which its entry names other records. */
  readonly names: Readonly<Partial<Record<NamedKind, SQLiteColumn>>>;
  readonly index: (tx: WriteTx, id: string) => Promise<void>;
}

/** The page that a noun brings to the desks. Each part is asked for by the card: papers, decisions and duties by their names, naming by its code. */
export type Noun<Name extends Kind = Kind> = {
  /** Its lists that leave the house as files, by the procedures that hand them out. */
  readonly sheets?: Readonly<Record<string, Sheet>>;
} & ([PaperOf<Name>] extends [never]
  ? object
  : { readonly papers: { readonly [One in PaperOf<Name>]: Paper<One> } }) &
  ([DecisionOf<Name>] extends [never]
    ? object
    : { readonly decisions: { readonly [One in DecisionOf<Name>]: Decision<One> } }) &
  ([DutyOf<Name>] extends [never]
    ? object
    : { readonly duties: { readonly [One in DutyOf<Name>]: ToldDuty<One> } }) &
  (Name extends SearchKind ? { readonly naming: Naming | 'namesNobody' } : object);
