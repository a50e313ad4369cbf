import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from '#shared/domain/assert.ts';
import { fontFiles } from './font-chain.ts';

/**
 * Where the fonts lie: in the resources of the installed program, or in `resources/fonts` of the tree this file is in,
 * as sources or built. Stops when they are nowhere.
 */
export function findFontFolder(): string {
  const folder = candidates().find((path) => existsSync(join(path, fontFiles.regular)));
  assert(
    folder !== undefined,
    'the fonts of the papers are missing: node scripts/fonts.mjs puts them into resources/fonts',
  );
  return folder;
}

function candidates(): string[] {
  const folders: string[] = [];
  // Electron tells every process of an installed program where its resources lie.
  if ('resourcesPath' in process && typeof process.resourcesPath === 'string')
    folders.push(join(process.resourcesPath, 'fonts'));
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    folders.push(join(folder, 'resources', 'fonts'));
  return folders;
}
