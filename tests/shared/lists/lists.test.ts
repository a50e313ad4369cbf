import { describe, expect, test } from 'vitest';
import { rowKinds, type List } from '#shared/lists/list.ts';
import { kindOfField } from '#shared/lists/kind-of-field.ts';
import { fieldKey, fieldWord } from '#shared/messages/field-word.ts';
import * as chinese from '#shared/messages/zh-CN/fields.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { kinds } from '#shared/nouns/index.ts';
import { everyExport } from '#tests/support/every-file.ts';

const options = ['grow', 'width', 'widthInEnglish', 'hidden', 'only', 'kind', 'words', 'sort', 'alsoShows'];
const words: Readonly<Record<string, string>> = chinese.fields;

// Files of this ending export lists alone.
const lists = (await everyExport('shared/lists', '.list.ts')) as readonly List<unknown>[];

describe.each(lists)('the list of $kind', ({ kind, columns }) => {
  test('is data, with a word for itself and for every column in both languages', () => {
    expect(JSON.parse(JSON.stringify(columns))).toEqual(columns);
    for (const language of ['zh-CN', 'en'] as const) {
      expect(translateAny(language, `states.listOf_${kind}`), kind).toBeTruthy();
      for (const { field } of columns)
        expect(translateAny(language, fieldKey(kind, field) ?? ''), field).toBeTruthy();
    }
  });

  test('knows the options of every list, and shows something at first', () => {
    const told = columns.flatMap(({ field: _, ...rest }) => Object.keys(rest));
    expect(told.filter((option) => !options.includes(option))).toEqual([]);
    expect(columns.some((column) => !('hidden' in column) && !('only' in column))).toBe(true);
  });

  test('a cell shows also what other columns of the list hold', () => {
    const fields = new Set(columns.map(({ field }) => field));
    for (const { field, alsoShows = [] } of columns) {
      expect(alsoShows.filter((other) => !fields.has(other))).toEqual([]);
      expect(alsoShows).not.toContain(field);
    }
  });
});

test('the ending of a name tells the kind of a field', () => {
  const told = [
    'priceFen',
    'quantity',
    'issuedQuantity',
    'createdAt',
    'at',
    'dueDay',
    'overdueDays',
    'name',
    'state',
  ];
  expect(told.map(kindOfField)).toEqual([
    'money',
    'quantity',
    'quantity',
    'moment',
    'moment',
    'day',
    'count',
    'text',
    'text',
  ]);
});

test('a noun has a word of its own only where it differs from the general one, and a word of no other noun', () => {
  const own = Object.keys(words).filter((name) => name.includes('_'));
  const same = own.filter((name) => words[name] === words[name.slice(name.indexOf('_') + 1)]);
  expect(same).toEqual([]);
  const nouns: readonly string[] = [...kinds, ...rowKinds];
  expect(own.filter((name) => !nouns.includes(name.slice(0, name.indexOf('_'))))).toEqual([]);
});

test('the word of a field is that of its noun, else the general one, else its name', () => {
  expect(fieldWord('zh-CN', 'oldPart', 'number')).toBe('旧件号');
  expect(fieldWord('zh-CN', 'case', 'number')).toBe('编号');
  expect(fieldWord('en', 'case', 'nothingKnown')).toBe('nothingKnown');
});
