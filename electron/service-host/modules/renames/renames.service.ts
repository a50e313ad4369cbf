import { asc, eq } from 'drizzle-orm';
import { type NamedKind } from '#shared/nouns/named-kinds.ts';
import type { SearchKind } from '#shared/nouns/index.ts';
import type { Naming } from '../../desks/noun.ts';
import { forgetRenamed, forgetStale, noteStale } from '../../desks/search/search.stale.service.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { inPortions } from '../../database/whole-list.ts';
import { searchRenames, searchStale } from '../../schema/search.tables.ts';

/** How the entries of the kinds that are found follow the names of others. */
export type Namings = ReadonlyMap<SearchKind, Naming | 'namesNobody'>;

/** Entries brought up to date at a time: others wait for some 20 ms meanwhile. */
const entriesAtOnce = 20;
/** Renamed records of which the dependants are noted at a time. */
const renamesAtOnce = 20;

/**
 * Does the next piece of what renames have left to do: brings some entries up to date or, when none is left, notes the
 * dependants of some renamed records. Returns whether there was anything to do. The work that remains survives the end of the program.
 */
export async function followRenames(tx: WriteTx, namings: Namings): Promise<boolean> {
  const stale = await tx.db
    .select()
    .from(searchStale)
    .orderBy(asc(searchStale.subjectId))
    .limit(entriesAtOnce);
  for (const { kind, subjectId } of stale) {
    await forgetStale(tx, subjectId);
    const naming = namings.get(kind);
    if (naming && naming !== 'namesNobody') await naming.index(tx, subjectId);
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
    await noteDependants(tx, namings, kind, subjectId);
  }
  return renames.length > 0;
}

/** Whether renames have left anything to do. */
export async function hasRenames(tx: ReadTx): Promise<boolean> {
  return (await tx.db.$count(searchStale)) + (await tx.db.$count(searchRenames)) > 0;
}

async function noteDependants(
  tx: WriteTx,
  namings: Namings,
  named: NamedKind,
  subjectId: string,
): Promise<void> {
  for (const [kind, naming] of namings) {
    const column = naming === 'namesNobody' ? undefined : naming.names[named];
    if (naming === 'namesNobody' || !column) continue;
    const { table } = naming;
    const found = await tx.db.select({ id: table.id }).from(table).where(eq(column, subjectId));
    const ids = found.map(({ id }) => ({ id: String(id) }));
    await inPortions(ids, async (some) => {
      await noteStale(tx, kind, some);
      return [];
    });
  }
}
