import { expect, test } from 'vitest';
import { chinese, english } from '#shared/messages/books.ts';
import { translate } from '#shared/messages/translate.ts';

test('English says one row and two rows', () => {
  const said = (count: number) => translate('en', 'grid.rowsLoaded', { count });
  expect([said(0), said(1), said(2), said(1000)]).toEqual(['0 rows', '1 row', '2 rows', '1,000 rows']);
  expect(translate('en', 'parts.overview', { count: 1, valueFen: 0 })).toMatch(/^1 part ·/);
});

test('every word that follows a number has both forms, and no gap is left unread', () => {
  const sentences = [english, chinese].flatMap((books) =>
    Object.values(books).flatMap((book) => Object.values<string>(book)),
  );
  expect(sentences.filter((sentence) => /\{(\w+)\|[^}]*\}/.test(sentence)).length).toBeGreaterThan(30);
  for (const sentence of sentences)
    expect(sentence).not.toMatch(
      /\{\w+\|(?![^|}]+\|[^|}]+\})|\{(?:count|days|rows)\} (?:days|parts|units)\b/,
    );
});
