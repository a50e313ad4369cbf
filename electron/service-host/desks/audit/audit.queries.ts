import { and, asc, between, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { AuditRow } from '#shared/contract/audit.contract.ts';
import type { Page } from '#shared/contract/lists.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { Moment } from '#shared/domain/days.ts';
import { lookSubject } from '#shared/domain/looks.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, cursorOf, type PageInput } from '../../database/read-page.ts';
import { type Days, type Stretch, stretchesOn } from './audit.days.queries.ts';
import { auditEntries, isNoLook } from '../../schema/audit.tables.ts';

/** An entry as it stands in the books, with all that its hash is made of. */
export type AuditEntry = typeof auditEntries.$inferSelect;

/** What the trail is narrowed down to. */
export interface AuditFilter extends Days {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly personId?: string | undefined;
  readonly withoutLooks?: boolean | undefined;
}

/** Columns that an index begins with, and their values. */
type Named = readonly (readonly [SQLiteColumn, string])[];
type AuditInput = PageInput<'sequence'> & { readonly filter: AuditFilter };

/** A page of the audit trail, in the order of its entries. */
export async function listAudit(tx: ReadTx, input: AuditInput): Promise<Page<AuditRow>> {
  const { rows, next } = await pageOfEntries(tx, input);
  return { rows: rows.map(({ personId: _, previousHash: __, ...row }) => row), next };
}

/** The same page with everything that the books hold of each entry. */
export async function pageOfEntries(tx: ReadTx, input: AuditInput): Promise<Page<AuditEntry>> {
  const { limit, sort } = input;
  const sequences = await sequencesOf(tx, input);
  const shown = sequences.slice(0, limit);
  const last = shown.at(-1);
  if (last === undefined) return { rows: [], next: null };
  const rows = await tx.db.select().from(auditEntries).where(among(auditEntries.sequence, shown));
  return {
    rows: rows.toSorted((one, other) => (one.sequence - other.sequence) * (sort.descending ? -1 : 1)),
    next: sequences.length > limit ? JSON.stringify([last, last]) : null,
  };
}

/** The page and one more, stretch by stretch in the order of the page. */
async function sequencesOf(tx: ReadTx, { filter, sort, after, limit }: AuditInput): Promise<number[]> {
  // Looks alone, but without looks: nothing is both, and finding that would take a step on every look.
  if (filter.withoutLooks && filter.subjectKind === lookSubject) return [];
  const beyond = after === undefined ? undefined : sequenceIn(after);
  const inTrail = await stretchesOn(tx, filter);
  const found: number[] = [];
  for (const stretch of sort.descending ? inTrail.toReversed() : inTrail) {
    const left = beyond === undefined ? stretch : restOf(stretch, beyond, sort.descending);
    if (left.first > left.last) continue;
    found.push(...(await sequencesIn(tx, left, { filter, sort, limit: limit + 1 - found.length })));
    if (found.length > limit) break;
  }
  return found;
}

function restOf({ first, last }: Stretch, beyond: number, descending: boolean): Stretch {
  return descending
    ? { first, last: Math.min(last, beyond - 1) }
    : { first: Math.max(first, beyond + 1), last };
}

/** Entries of one stretch, along the index that begins with what the filter names. */
async function sequencesIn(
  tx: ReadTx,
  stretch: Stretch,
  { filter, sort, limit }: Omit<AuditInput, 'after'>,
): Promise<number[]> {
  const { named, others } = wayThrough(filter);
  const inOrder = sort.descending ? desc : asc;
  const rows = await tx.db
    .select({ sequence: auditEntries.sequence })
    .from(auditEntries)
    .where(and(tx.engine === 'sqlite' ? along(named, stretch) : alongNoOther(named, stretch), ...others))
    .orderBy(...named.map(([column]) => inOrder(column)), inOrder(auditEntries.sequence))
    .limit(limit);
  return rows.map(({ sequence }) => sequence);
}

function along(named: Named, { first, last }: Stretch): SQL | undefined {
  return and(
    ...named.map(([column, value]) => eq(column, value)),
    between(auditEntries.sequence, first, last),
  );
}

/**
 * The same for PostgreSQL, which thinks that who is frequent in the trail is so in every part of it, and would walk along
 * all entries for somebody who has none; between two rows of the index, ordered as it is, it cannot. SQLite would bound
 * nothing but the first columns that way.
 */
function alongNoOther(named: Named, { first, last }: Stretch): SQL | undefined {
  const columns = sql.join([...named.map(([column]) => column), auditEntries.sequence], sql`, `);
  const rowWith = (sequence: number) =>
    sql.join(
      [...named.map(([, value]) => value), sequence].map((value) => sql`${value}`),
      sql`, `,
    );
  return and(sql`(${columns}) >= (${rowWith(first)})`, sql`(${columns}) <= (${rowWith(last)})`);
}

/** The columns that begin the index to go along, with their values, and what is left to be looked at on the way. */
function wayThrough({ subjectKind, subjectId, personId, withoutLooks }: AuditFilter) {
  const named: (readonly [SQLiteColumn, string])[] = [];
  const others: SQL[] = [];
  if (subjectId !== undefined) {
    named.push([auditEntries.subjectId, subjectId]);
    // Not the column itself: SQLite would rather walk along everything the person did.
    if (personId !== undefined) others.push(sql`coalesce(${auditEntries.personId}, '') = ${personId}`);
  } else if (personId !== undefined) {
    named.push([auditEntries.personId, personId]);
  }
  if (subjectKind !== undefined) named.push([auditEntries.subjectKind, subjectKind]);
  else if (withoutLooks) others.push(isNoLook);
  return { named, others };
}

function sequenceIn(after: string): number {
  const [, sequence] = cursorOf(after);
  return typeof sequence === 'number'
    ? sequence
    : refuse('INVALID_INPUT', { issues: [{ path: 'after', code: 'format' }] });
}

/** Who changed a record last, and when; undefined when the trail knows nothing of it. */
export async function lastChange(
  tx: ReadTx,
  subjectKind: string,
  subjectId: string,
): Promise<{ readonly by: string; readonly at: Moment } | undefined> {
  const [last] = await tx.db
    .select({ by: auditEntries.personName, at: auditEntries.at })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, subjectKind), eq(auditEntries.subjectId, subjectId)))
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  return last;
}
