import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partOf } from './layers.ts';
import { ownersOfTables } from './module-rules.ts';
import { parseSource, sourcesBelow, type Source } from './source.ts';

/*
 * Who reads whose tables, as `<part> <owner> <imports>`: every table may be read by all, but each reading is a bond. A number
 * that grows, or a new line, is written by `READERS=write` and seen in review; one that shrinks is written by it too.
 */
const file = new URL('readers.txt', import.meta.url);

test('the tables that a part reads of others are those of the list', () => {
  const found = readersAmong(sourcesBelow('electron/service-host'));
  if (process.env['READERS'] === 'write') writeFileSync(file, `${found.join('\n')}\n`);
  expect(found).toEqual(readFileSync(file, 'utf8').trim().split('\n'));
});

test('a table of another is counted, one of its own is not', () => {
  const path = 'electron/service-host/modules/cases/cases.queries.ts';
  const text = `import { units, readings } from '../../schema/units.tables.ts'; import { cases } from '../../schema/cases.tables.ts';`;
  expect(readersAmong([parseSource(path, text)])).toEqual(['modules/cases units 2']);
});

function readersAmong(sources: readonly Source[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const source of sources) {
    const own = partOf(source.path);
    if (!own || own.layer === 'schema') continue;
    for (const owner of ownersOfTables(source).values()) {
      if (owner === own.name) continue;
      const bond = `${own.layer}/${own.name} ${owner}`;
      counts.set(bond, (counts.get(bond) ?? 0) + 1);
    }
  }
  return [...counts].map(([bond, count]) => `${bond} ${count}`).toSorted();
}
