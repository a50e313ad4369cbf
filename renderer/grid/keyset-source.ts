import type { Page } from '#shared/contract/lists.ts';

/** Asks for one page: the rows after a key, at most `limit`. */
export type AskForPage<Row> = (after: string | undefined, limit: number) => Promise<Page<Row>>;

/** A block of a list, as the grid wants it. */
export interface Block<Row> {
  readonly rows: readonly Row[];
  /** How long the whole list is; `undefined` while there is more. */
  readonly length: number | undefined;
  /** Set where a text is found more often than the list looks at: how many of the newest it does. */
  readonly onlyNewest?: number | undefined;
  /** Whether the search for the text stopped before it had looked at everything. */
  readonly isUnfinished?: boolean | undefined;
}

/**
 * Lets a grid that asks for blocks by row number read a list that is paged by key: the `next` of a block is the
 * beginning of the one after it. A block whose beginning is not known yet is reached by walking from the nearest one.
 */
export class KeysetSource<Row> {
  readonly #ask: AskForPage<Row>;
  readonly #blockSize: number;
  /** The key that each block begins after, by its first row number. */
  readonly #begins = new Map<number, string | undefined>([[0, undefined]]);

  constructor(ask: AskForPage<Row>, blockSize: number) {
    this.#ask = ask;
    this.#blockSize = blockSize;
  }

  /** The block that begins with row `first`, a multiple of the block size. */
  async block(first: number): Promise<Block<Row>> {
    let start = first;
    while (start > 0 && !this.#begins.has(start)) start -= this.#blockSize;
    let block = await this.#read(start);
    while (start < first && block.length === undefined) {
      start += this.#blockSize;
      block = await this.#read(start);
    }
    return start === first ? block : { rows: [], length: block.length };
  }

  async #read(start: number): Promise<Block<Row>> {
    const rows: Row[] = [];
    let after = this.#begins.get(start);
    for (;;) {
      const page = await this.#ask(after, this.#blockSize - rows.length);
      rows.push(...page.rows);
      const { onlyNewest, isUnfinished } = page;
      if (page.next === null) return { ...this.#endWith(start, rows), onlyNewest, isUnfinished };
      after = page.next;
      if (rows.length < this.#blockSize) continue;
      // Read again later, the same block may end at another key.
      this.#begins.set(start + this.#blockSize, after);
      return { rows, length: undefined, onlyNewest, isUnfinished };
    }
  }

  #endWith(start: number, rows: readonly Row[]): Block<Row> {
    for (const begin of this.#begins.keys()) if (begin > start) this.#begins.delete(begin);
    return { rows, length: start + rows.length };
  }
}
