import { asc, eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type NamedKind } from '#shared/nouns/named-kinds.ts';
import { searchKinds, type SearchKind } from '#shared/nouns/index.ts';
import { forgetRenamed, forgetStale, noteStale } from '../../desks/search/search.stale.service.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { inPortions } from '../../database/whole-list.ts';
import { indexCase } from '../cases/cases.search.service.ts';
import { cases } from '../../schema/cases.tables.ts';
import { indexContact } from '../contacts/contacts.search.service.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { indexRequisition } from '../requisitions/records.service.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { searchRenames, searchStale } from '../../schema/search.tables.ts';
import { indexReport } from '../reports/report-search.service.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { indexUnit } from '../units/units.search.service.ts';
import { units } from '../../schema/units.tables.ts';

interface Noun {
  readonly table: SQLiteTable & { readonly id: SQLiteColumn };
  /** The columns by which its entry names other records. */
  readonly names: Readonly<Partial<Record<NamedKind, SQLiteColumn>>>;
  readonly index: (tx: WriteTx, id: string) => Promise<void>;
}

/**
 * Every kind of record that is found, with the records that its entry names. A name that comes by way of another record, as
 * the customer of a report by way of its case, need not be told: the entry of the case changes first.
 */
const nouns: Readonly<Record<SearchKind, Noun | 'namesNobody'>> = {
  customer: 'namesNobody',
  unit: {
    table: units,
    names: { customer: units.customerId, product: units.productId },
    index: indexUnit,
  },
  case: { table: cases, names: { customer: cases.customerId, unit: cases.unitId }, index: indexCase },
  contact: {
    table: contacts,
    names: { customer: contacts.customerId, unit: contacts.unitId },
    index: indexContact,
  },
  requisition: {
    table: requisitions,
    names: {
      stockAccount: requisitions.holderAccountId,
      case: requisitions.caseId,
      unit: requisitions.unitId,
    },
    index: indexRequisition,
  },
  report: {
    table: serviceReports,
    names: { case: serviceReports.caseId, unit: serviceReports.unitId },
    index: indexReport,
  },
  receipt: 'namesNobody',
  part: 'namesNobody',
};

/** Entries brought up to date at a time: others wait for some 20 ms meanwhile. */
const entriesAtOnce = 20;
/** Renamed records of which the dependants are noted at a time. */
const renamesAtOnce = 20;

/**
 * Does the next piece of what renames have left to do: brings some entries up to date or, when none is left, notes the
 * dependants of some renamed records. Returns whether there was anything to do. The work that remains survives the end of the program.
 */
export async function followRenames(tx: WriteTx): Promise<boolean> {
  const stale = await tx.db
    .select()
    .from(searchStale)
    .orderBy(asc(searchStale.subjectId))
    .limit(entriesAtOnce);
  for (const { kind, subjectId } of stale) {
    await forgetStale(tx, subjectId);
    const noun = nouns[kind];
    if (noun !== 'namesNobody') await noun.index(tx, subjectId);
  }
  // Lists that are narrowed by a text show what is found by it now.
  for (const { kind, subjectId } of new Map(stale.map((one) => [one.kind, one])).values())
    tx.changes.push({ kind, id: subjectId });
  if (stale.length > 0) return true;
  const renames = await tx.db
    .select()
    .from(searchRenames)
    .orderBy(asc(searchRenames.subjectId))
    .limit(renamesAtOnce);
  for (const { kind, subjectId } of renames) {
    await forgetRenamed(tx, subjectId);
    await noteDependants(tx, kind, subjectId);
  }
  return renames.length > 0;
}

/** Whether renames have left anything to do. */
export async function hasRenames(tx: ReadTx): Promise<boolean> {
  return (await tx.db.$count(searchStale)) + (await tx.db.$count(searchRenames)) > 0;
}

async function noteDependants(tx: WriteTx, named: NamedKind, subjectId: string): Promise<void> {
  for (const kind of searchKinds) {
    const noun = nouns[kind];
    const column = noun === 'namesNobody' ? undefined : noun.names[named];
    if (noun === 'namesNobody' || !column) continue;
    const found = await tx.db.select({ id: noun.table.id }).from(noun.table).where(eq(column, subjectId));
    const ids = found.map(({ id }) => ({ id: String(id) }));
    await inPortions(ids, async (some) => {
      await noteStale(tx, kind, some);
      return [];
    });
  }
}
