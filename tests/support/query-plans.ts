import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type Actor, theProgram } from '#shared/domain/actor.ts';
import type { ReadTx } from '#host/database/database.ts';
import { openDatabase } from '#host/database/open-database.ts';

/** Books that tell how they are read. */
export interface PlannedBooks {
  /** The steps of every statement that `ask` runs, as SQLite plans them; the program asks unless told otherwise. */
  stepsOf(ask: (tx: ReadTx) => Promise<unknown>, actor?: Actor): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Opens SQLite books that `fill` has made large, with the engine's statistics of them. References are not checked. A plan
 * depends on how much a value narrows the search: it is made with `given` for every value.
 */
export async function openPlannedBooks(
  now: number,
  fill: (file: BetterSqlite3.Database) => void,
  given: number | string = 1,
): Promise<PlannedBooks> {
  const folder = mkdtempSync(join(tmpdir(), 'plans-'));
  const file = join(folder, 'shouhou.db');
  await (await openDatabase({ engine: 'sqlite', file }, { clock: () => now })).close();
  const raw = new BetterSqlite3(file);
  raw.pragma('foreign_keys = OFF');
  raw.transaction(() => fill(raw))();
  raw.exec('ANALYZE');
  raw.close();
  const asked: string[] = [];
  const options = { clock: () => now, beforeStatement: (sql: string) => asked.push(sql) };
  const database = await openDatabase({ engine: 'sqlite', file }, options);
  return {
    stepsOf: async (ask, actor = theProgram) => {
      asked.length = 0;
      await database.read(actor, ask);
      const reader = new BetterSqlite3(file, { readonly: true });
      const steps = asked
        .filter((sql) => /^(select|with)/i.test(sql))
        .flatMap((sql) => {
          const values = sql.match(/\?/g)?.map(() => given) ?? [];
          const plan = reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values);
          // The columns of a plan are SQLite's own.
          return (plan as { detail: string }[]).map((step) => step.detail);
        });
      reader.close();
      return steps;
    },
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Fills a table with rows of these columns, `value(row)` for each. */
export function fillTable(
  file: BetterSqlite3.Database,
  table: string,
  count: number,
  columns: Readonly<Record<string, (row: number) => string | number | null>>,
): void {
  const known = file
    .prepare(`SELECT name, type, "notnull" AS needed FROM pragma_table_info('${table}')`)
    .all();
  // The columns of the pragma are named by the statement.
  const wanted = (known as { name: string; type: string; needed: number }[]).filter(
    ({ name, needed }) => needed === 1 || name in columns,
  );
  const names = wanted.map(({ name }) => name);
  const insert = file.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  for (let row = 0; row < count; row += 1) {
    insert.run(
      wanted.map(({ name, type }) => {
        if (columns[name]) return columns[name](row);
        if (type !== 'TEXT') return 0;
        // The keys of codes are unique.
        return name.endsWith('_key') ? `${row}` : '';
      }),
    );
  }
}
