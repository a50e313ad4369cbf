import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { hasAllWords, wordsOf } from '#shared/domain/found-by.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { searchKinds, type SearchKind } from '#shared/domain/search-kinds.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { gramsOfWords } from './search.rules.ts';
import { searchEntries } from './search.tables.ts';

/** A record that was found. */
export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

const permissionOfKind: Readonly<Record<SearchKind, Permission>> = {
  customer: 'customers.view',
  unit: 'units.view',
  case: 'cases.view',
  contact: 'contacts.view',
  requisition: 'requisitions.view',
  report: 'reports.view',
  receipt: 'stock.view',
  part: 'parts.view',
};
/** Of what a text is found in, a list looks at so many of the newest. */
const foundAtMost = 500;
/** Rounds of candidates that are checked against their text before a search gives up. */
const roundsAtMost = 20;

/** The newest records of each kind the person may view that have all the words, at most `limit` of a kind. */
export async function searchAll(
  tx: ReadTx,
  input: {
    readonly text: string;
    readonly kinds?: readonly SearchKind[] | undefined;
    readonly limit: number;
  },
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (const kind of searchKinds) {
    if (input.kinds && !input.kinds.includes(kind)) continue;
    if (tx.actor.permissions.has(permissionOfKind[kind]))
      hits.push(...(await searchKind(tx, kind, input.text, input.limit)));
  }
  return hits;
}

/** What a list is narrowed to by a text: rows whose `column` is among what was found, and whether more would have been. */
export async function foundBy(
  tx: ReadTx,
  kind: SearchKind,
  column: SQLiteColumn,
  text: string | undefined,
): Promise<{ readonly where: SQL | undefined; readonly onlyNewest: number | undefined }> {
  if (text === undefined || text === '') return { where: undefined, onlyNewest: undefined };
  const ids = await searchIds(tx, kind, text, foundAtMost + 1);
  return {
    where: among(column, ids.slice(0, foundAtMost)),
    onlyNewest: ids.length > foundAtMost ? foundAtMost : undefined,
  };
}

/** Ids of the newest records of a kind that have all the words of `text`. */
export async function searchIds(
  tx: ReadTx,
  kind: SearchKind,
  text: string,
  limit = foundAtMost,
): Promise<string[]> {
  return (await searchKind(tx, kind, text, limit)).map((hit) => hit.id);
}

/** The newest records of one kind that have all the words. */
export async function searchKind(
  tx: ReadTx,
  kind: SearchKind,
  text: string,
  limit: number,
): Promise<SearchHit[]> {
  const words = wordsOf(text);
  const grams = gramsOfWords(kind, words);
  if (grams.length === 0) return [];
  const hits: SearchHit[] = [];
  let beforeKey: number | undefined;
  for (let round = 0; round < roundsAtMost && hits.length < limit; round += 1) {
    const keys = await tx.grams.find(grams, limit, beforeKey);
    const rows =
      keys.length === 0 ? [] : await tx.db.select().from(searchEntries).where(among(searchEntries.key, keys));
    const byKey = new Map(rows.map((row) => [row.key, row]));
    for (const key of keys) {
      const row = byKey.get(key);
      if (row && hasAllWords(row.text, words))
        hits.push({ kind, id: row.subjectId, title: row.title, subtitle: row.subtitle });
    }
    beforeKey = keys.at(-1);
    if (keys.length < limit) break;
  }
  return hits.slice(0, limit);
}
