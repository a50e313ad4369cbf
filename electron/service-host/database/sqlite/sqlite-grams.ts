import type BetterSqlite3 from 'better-sqlite3';
import type { GramWriter } from '../grams.ts';

/** Grams as the tokens of a contentless FTS5 table, whose rowid is the key of the entry. */
export class SqliteGrams implements GramWriter {
  readonly #raw: BetterSqlite3.Database;
  readonly #statements = new Map<string, BetterSqlite3.Statement>();

  constructor(raw: BetterSqlite3.Database) {
    this.#raw = raw;
  }

  async find(
    grams: readonly string[],
    limit: number,
    beforeKey = Number.MAX_SAFE_INTEGER,
  ): Promise<number[]> {
    const found = this.#statement(
      'SELECT rowid AS key FROM search_grams WHERE search_grams MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?',
    ).all(grams.map((gram) => `"${gram}"`).join(' '), beforeKey, limit);
    // The statement names exactly this column.
    return (found as { key: number }[]).map((row) => row.key);
  }

  async put(key: number, grams: readonly string[]): Promise<void> {
    await this.remove(key);
    this.#statement('INSERT INTO search_grams (rowid, grams) VALUES (?, ?)').run(key, grams.join(' '));
  }

  async remove(key: number): Promise<void> {
    this.#statement('DELETE FROM search_grams WHERE rowid = ?').run(key);
  }

  async clear(): Promise<void> {
    this.#statement("INSERT INTO search_grams (search_grams) VALUES ('delete-all')").run();
  }

  #statement(source: string): BetterSqlite3.Statement {
    let prepared = this.#statements.get(source);
    if (!prepared) {
      prepared = this.#raw.prepare(source);
      this.#statements.set(source, prepared);
    }
    return prepared;
  }
}
