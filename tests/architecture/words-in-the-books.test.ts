import { readFileSync, writeFileSync } from 'node:fs';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { presetRoles } from '#shared/domain/roles.ts';
import type { Card } from '#shared/nouns/card.ts';
import { permissions } from '#shared/domain/permissions.ts';
import { cards, kinds } from '#shared/nouns/index.ts';
import { migrations } from '#host/database/migrations/index.ts';
import type { Migration } from '#host/database/migrations/migration.ts';
import {} from '#host/database/schema-description.ts';
import { everyTable } from '#tests/support/every-file.ts';

/*
 * Words of ours that stand in the books of offices: kinds, codes, prefixes, states, permissions, roles, choices. A new word
 * is added to the file by `WORDS=write`; one that is gone or has changed fails, unless a migration carries it over.
 */
const tables = await everyTable();
const file = new URL('words-in-the-books.txt', import.meta.url);

test('no word that stands in the books is lost', () => {
  const kept = readFileSync(file, 'utf8').trim().split('\n');
  const words = wordsOfTheCode();
  expect(lost(kept, words, migrations)).toEqual([]);
  const added = words.filter((word) => !kept.includes(word));
  if (process.env['WORDS'] === 'write') writeFileSync(file, `${[...kept, ...added].toSorted().join('\n')}\n`);
  else expect(added, 'new words: run this test with WORDS=write').toEqual([]);
});

test('a word that is gone is found, one that a migration names is not', () => {
  const kept = ['state case.closed', 'state case.done'];
  expect(lost(kept, ['state case.closed'], [])).toEqual(['state case.done']);
  const carried: Migration = {
    number: 9,
    name: 'done-is-closed',
    sqlite: `UPDATE cases SET state = 'closed' WHERE state = 'done';`,
    postgres: '',
  };
  expect(lost(kept, ['state case.closed'], [carried])).toEqual([]);
});

/** Kept words that the code does not know any more and that no migration carries over. */
function lost(
  kept: readonly string[],
  words: readonly string[],
  steps: readonly Migration[],
): readonly string[] {
  return kept.filter((line) => {
    const word = line.split(/[ .]/).at(-1) ?? '';
    return !words.includes(line) && !steps.some(({ sqlite }) => sqlite.includes(`'${word}'`));
  });
}

function wordsOfTheCode(): string[] {
  const ofCards = kinds.flatMap((kind) => {
    const card: Card = cards[kind];
    return [
      `kind ${kind}`,
      ...(card.code === undefined ? [] : [`code ${kind}.${card.code}`]),
      ...(card.prefix === undefined ? [] : [`prefix ${kind}.${card.prefix}`]),
      ...(card.states ?? []).map((state) => `state ${kind}.${state}`),
    ];
  });
  const ofTables = tables.flatMap((table) => {
    const { name, columns } = getTableConfig(table);
    return columns.flatMap((column) =>
      (column.enumValues ?? []).map((value: string) => `choice ${name}.${column.name}.${value}`),
    );
  });
  const words: readonly string[] = [
    ...ofCards,
    ...permissions.map((permission) => `permission ${permission}`),
    ...presetRoles.map((role) => `role ${role}`),
    ...ofTables,
  ];
  return words.toSorted();
}
