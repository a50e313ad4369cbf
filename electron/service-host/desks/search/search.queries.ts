import { setImmediate as stepOfTheLoop } from 'node:timers/promises';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { searchKinds, viewOf, type SearchKind } from '#shared/nouns/index.ts';
import { hasAllWords, withoutCountryCode, wordsOf } from '#shared/domain/found-by.ts';
import { withoutInvisible } from '#shared/domain/invisible.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { fairShares, gramsOfWords } from './search.rules.ts';
import { searchEntries } from '../../schema/search.tables.ts';

/** A record that was found. */
export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

/** Kinds of records that are found by telephone numbers. */
const kindsWithTelephones: ReadonlySet<SearchKind> = new Set(['customer', 'contact']);
/** Of what a text is found in, a list looks at so many of the newest. */
const foundAtMost = 500;
/** Candidates looked at in a round grow up to so many. */
const candidatesAtMost = 2000;
/** How long one search goes on looking, in milliseconds; the person is still typing. */
let longestMs = 400;

/** Makes searches stop sooner; called by tests alone. Returns the way back. */
export function stopSearchingAfter(milliseconds: number): () => void {
  const before = longestMs;
  longestMs = milliseconds;
  return () => (longestMs = before);
}

/** What a search has found. Unfinished, it stopped before it had looked at everything that might have been a hit. */
export interface Found<Row> {
  readonly rows: Row[];
  readonly isUnfinished: boolean;
}

/** The newest records the person may view that have all the words, at most `limit` together, of each kind its fair share. */
export async function searchAll(
  tx: ReadTx,
  input: {
    readonly text: string;
    readonly kinds?: readonly SearchKind[] | undefined;
    readonly limit: number;
  },
): Promise<Found<SearchHit>> {
  const patience = begunNow();
  const found: Found<SearchHit>[] = [];
  for (const kind of searchKinds) {
    if (input.kinds && !input.kinds.includes(kind)) continue;
    const view = viewOf(kind);
    if (view === undefined || tx.actor.permissions.has(view))
      found.push(await searchKind(tx, kind, input.text, input.limit, patience));
  }
  const shares = fairShares(
    found.map(({ rows }) => rows.length),
    input.limit,
  );
  return {
    rows: found.flatMap(({ rows }, index) => rows.slice(0, shares[index])),
    isUnfinished: found.some(({ isUnfinished }) => isUnfinished),
  };
}

/** What a list is narrowed to by a text, and what it has to say of it. */
export interface FoundByText {
  /** Rows whose column is among what was found; undefined without a text. */
  readonly where: SQL | undefined;
  /** Set where more would have been found: how many of the newest are looked at. */
  readonly onlyNewest: number | undefined;
  readonly isUnfinished: boolean;
}

/** What a list without a text to be found by has to say. */
export const foundByNoText: FoundByText = { where: undefined, onlyNewest: undefined, isUnfinished: false };

/** Narrows a list to the rows whose `column` is among what the text finds. */
export async function foundBy(
  tx: ReadTx,
  kind: SearchKind,
  column: SQLiteColumn,
  text: string | undefined,
): Promise<FoundByText> {
  if (text === undefined || text === '') return foundByNoText;
  const { rows, isUnfinished } = await searchIds(tx, kind, text, foundAtMost + 1);
  return {
    where: among(column, rows.slice(0, foundAtMost)),
    onlyNewest: rows.length > foundAtMost ? foundAtMost : undefined,
    isUnfinished,
  };
}

/** Ids of the newest records of a kind that have all the words of `text`. */
export async function searchIds(
  tx: ReadTx,
  kind: SearchKind,
  text: string,
  limit = foundAtMost,
  patience = begunNow(),
): Promise<Found<string>> {
  const { rows, isUnfinished } = await searchKind(tx, kind, text, limit, patience);
  return { rows: rows.map((hit) => hit.id), isUnfinished };
}

/** For what must not be missed, however long it takes. */
export const endlessPatience: Patience = { begunAt: 0, isEndless: true };

/**
 * The newest records of one kind that have all the words. The index gives candidates that share the characters; where many
 * do and few have the words, it goes on in growing rounds until the time is up.
 */
export async function searchKind(
  tx: ReadTx,
  kind: SearchKind,
  text: string,
  limit: number,
  patience = begunNow(),
): Promise<Found<SearchHit>> {
  const words = wordsOf(kindsWithTelephones.has(kind) ? withoutCountryCode(withoutInvisible(text)) : text);
  const grams = gramsOfWords(kind, words);
  const hits: SearchHit[] = [];
  if (grams.length === 0) return { rows: hits, isUnfinished: false };
  let beforeKey: number | undefined;
  for (let size = limit; ; size = Math.min(candidatesAtMost, size * 4)) {
    const keys = await tx.grams.find(grams, size, beforeKey);
    hits.push(...(await hitsAmong(tx, kind, keys, words)));
    beforeKey = keys.at(-1);
    if (hits.length >= limit || keys.length < size)
      return { rows: hits.slice(0, limit), isUnfinished: false };
    if (!patience.isEndless && performance.now() - patience.begunAt >= longestMs)
      return { rows: hits, isUnfinished: true };
    // Others want an answer meanwhile.
    await stepOfTheLoop();
  }
}

interface Patience {
  readonly begunAt: number;
  readonly isEndless?: boolean;
}

function begunNow(): Patience {
  return { begunAt: performance.now() };
}

async function hitsAmong(
  tx: ReadTx,
  kind: SearchKind,
  keys: readonly number[],
  words: readonly string[],
): Promise<readonly SearchHit[]> {
  if (keys.length === 0) return [];
  const rows = await tx.db.select().from(searchEntries).where(among(searchEntries.key, keys));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    return row && hasAllWords(row.text, words)
      ? [{ kind, id: row.subjectId, title: row.title, subtitle: row.subtitle }]
      : [];
  });
}
