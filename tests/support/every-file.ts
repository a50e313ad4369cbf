import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { tablesOf } from '#host/database/schema-description.ts';

const root = join(import.meta.dirname, '..', '..');

/** What the files of a folder export whose names end so, in the order of their names: a new file is among them by itself. */
export async function everyExport(folder: string, ending: string): Promise<readonly unknown[]> {
  const files = readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .toSorted();
  const modules: readonly object[] = await Promise.all(
    files.map((name) => import(pathToFileURL(join(root, folder, name)).href)),
  );
  return modules.flatMap((one) => Object.values(one));
}

/** Every table of the books. */
export async function everyTable(): Promise<readonly SQLiteTable[]> {
  return tablesOf(await everyExport('electron/service-host/schema', '.tables.ts'));
}
