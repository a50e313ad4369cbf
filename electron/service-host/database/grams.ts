/**
 * An index of short pieces of text ("grams"), the same on both engines, that finds "any part of it"
 * from the first character on. What a gram is, is decided by the search module; here they are opaque tokens of [0-9a-z].
 */
export interface GramReader {
  /** Keys of the entries that carry every one of `grams`, newest first, at most `limit`, below `beforeKey` when given. */
  find(grams: readonly string[], limit: number, beforeKey?: number): Promise<number[]>;
}

export interface GramWriter extends GramReader {
  put(key: number, grams: readonly string[]): Promise<void>;
  remove(key: number): Promise<void>;
  /** Empties the index. */
  clear(): Promise<void>;
}
