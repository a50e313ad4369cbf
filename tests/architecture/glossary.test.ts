import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chinese, english } from '#shared/messages/books.ts';
import { sourcesBelow } from './source.ts';

interface Entry {
  readonly chinese: readonly string[];
  readonly english: readonly string[];
  readonly identifiers: readonly string[];
}

const page = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
const entries = entriesIn(page);

test('the glossary is read', () => {
  expect(entries.length).toBeGreaterThan(50);
  expect(entriesIn('| 件 / 个 | piece | `pieces` | `one` of it |\n| --- | --- | --- | --- |')).toEqual([
    { chinese: ['件', '个'], english: ['piece'], identifiers: ['pieces'] },
  ]);
});

test('every identifier of the glossary is in the code', () => {
  const words = wordsOfTheCode();
  const named = entries.flatMap(({ identifiers }) => identifiers);
  expect(named.filter((name) => !words.has(name))).toEqual([]);
});

test('every word of the glossary is on the screens, in both languages', () => {
  const chineseTexts = textsOf(chinese);
  const englishTexts = textsOf(english).toLowerCase();
  expect(entries.flatMap((entry) => entry.chinese).filter((word) => !chineseTexts.includes(word))).toEqual(
    [],
  );
  expect(
    entries.flatMap((entry) => entry.english).filter((word) => !englishTexts.includes(word.toLowerCase())),
  ).toEqual([]);
});

/** The rows of the tables with four columns, without their heads. */
function entriesIn(text: string): readonly Entry[] {
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return rows
    .filter((cells) => cells.length === 6 && cells[3]?.startsWith('`'))
    .map(([, first = '', second = '', third = '']) => ({
      chinese: first.split(' / '),
      english: second.split(' / '),
      identifiers: [...third.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? ''),
    }));
}

function textsOf(books: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  return Object.values(books)
    .flatMap((book) => Object.values(book))
    .join('\n');
}

function wordsOfTheCode(): ReadonlySet<string> {
  const sources = sourcesBelow('shared', 'electron/service-host', 'renderer');
  return new Set(sources.flatMap(({ text }) => text.match(/[A-Za-z][\w-]*/g) ?? []));
}
