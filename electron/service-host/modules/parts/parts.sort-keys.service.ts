import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { sortKeyOf } from '../sort-key.ts';
import { parts } from '../../schema/parts.tables.ts';

interface Sorted {
  readonly name: string;
  readonly category: string;
}

/** What a part is sorted by. */
export function partSortKeys({ name, category }: Sorted) {
  return { sortName: sortKeyOf(name), sortCategory: sortKeyOf(category) };
}

/** Sorts a part by its name and category as they are now. */
export async function keepPartSortKeys(tx: WriteTx, id: string, fields: Sorted): Promise<void> {
  await tx.db.update(parts).set(partSortKeys(fields)).where(eq(parts.id, id));
}

/** Fills the keys of at most `limit` parts of an older program; says of how many. */
export async function fillPartSortKeys(tx: WriteTx, limit: number): Promise<number> {
  const { id, name, category, sortName } = parts;
  const rows = await tx.db.select({ id, name, category }).from(parts).where(eq(sortName, '')).limit(limit);
  for (const row of rows) await keepPartSortKeys(tx, row.id, row);
  return rows.length;
}
