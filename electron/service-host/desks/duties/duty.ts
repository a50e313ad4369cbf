import { and, eq, gt, lte, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Moment } from '#shared/domain/days.ts';
import type { DutyKind } from '#shared/domain/duties.ts';
import type { Permission, PlacedKind } from '#shared/nouns/index.ts';
import type { ReadTx } from '../../database/database.ts';

/** What a record owes now. */
export interface Owed {
  readonly subjectId: string;
  /** Tells apart what one record owes several times, one after the other or side by side; empty where it owes once. */
  readonly round: string;
  /** Who owes it; null where it is the business of the whole team. */
  readonly ownerId: string | null;
  readonly dueAt: Moment;
  readonly teamAt: Moment;
  readonly leaderAt: Moment;
}

/** The records that are asked for, as a condition upon the column of their ids; undefined asks for all. */
export type Subjects = (id: SQLiteColumn) => SQL | undefined;

/** What a list says of the record of a duty. */
export interface NamedSubject {
  /** Empty where the record has none. */
  readonly number: string;
  readonly about: string;
}

/** A kind of duty as the module of its noun tells it. */
export interface ToldDuty<Name extends DutyKind = DutyKind> {
  readonly kind: Name;
  /** The noun whose record owes it. */
  readonly of: PlacedKind;
  /** The permission of those who can do what is owed: the team. */
  readonly team: Permission;
  /** The table of such records, which is walked in portions to compare. */
  readonly table: SQLiteTable & { readonly id: SQLiteColumn };
  /** The truth: what these records owe now, by their own columns alone. */
  readonly owed: (tx: ReadTx, of: Subjects) => Promise<readonly Owed[]>;
  readonly named: (tx: ReadTx, ids: readonly string[]) => Promise<ReadonlyMap<string, NamedSubject>>;
}

/** The roll of duties: every kind with its truth. */
export type Duties = { readonly [Name in DutyKind]: ToldDuty<Name> };

/** Every record of a kind. */
export const everyRecord: Subjects = () => undefined;

/** One record. */
export function oneRecord(subjectId: string): Subjects {
  return (id) => eq(id, subjectId);
}

/** The records whose ids come after `after`, up to `last`. */
export function recordsBetween(after: string, last: string): Subjects {
  return (id) => and(gt(id, after), lte(id, last));
}
