import type { ClientBase } from 'pg';
import type { GramWriter } from '../grams.ts';

/** Grams as an array under a GIN index; pg_trgm would not serve searches of one or two characters. */
export class PostgresGrams implements GramWriter {
  readonly #client: ClientBase;

  constructor(client: ClientBase) {
    this.#client = client;
  }

  async find(
    grams: readonly string[],
    limit: number,
    beforeKey = Number.MAX_SAFE_INTEGER,
  ): Promise<number[]> {
    const { rows } = await this.#client.query<{ key: number }>({
      name: 'grams.find',
      text: 'SELECT key FROM search_grams WHERE grams @> $1::text[] AND key < $2 ORDER BY key DESC LIMIT $3',
      values: [grams, beforeKey, limit],
    });
    return rows.map((row) => row.key);
  }

  async put(key: number, grams: readonly string[]): Promise<void> {
    await this.#client.query({
      name: 'grams.put',
      text: 'INSERT INTO search_grams (key, grams) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET grams = excluded.grams',
      values: [key, grams],
    });
  }

  async remove(key: number): Promise<void> {
    await this.#client.query({
      name: 'grams.remove',
      text: 'DELETE FROM search_grams WHERE key = $1',
      values: [key],
    });
  }

  async clear(): Promise<void> {
    await this.#client.query('DELETE FROM search_grams');
  }
}
