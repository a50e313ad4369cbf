import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/**
 * A folder that the run makes once: the first test file that asks makes it, the others read it. Two files may ask at the
 * same moment; the folder of the second is thrown away, so nobody sees one that is half made.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const finished = join(inject('runFolder'), name);
  if (existsSync(finished)) return finished;
  const folder = mkdtempSync(`${finished}-`);
  await make(folder);
  try {
    renameSync(folder, finished);
  } catch (error) {
    if (!existsSync(finished)) throw error;
    rmSync(folder, { recursive: true, force: true });
  }
  return finished;
}
