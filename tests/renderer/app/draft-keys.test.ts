import { expect, test } from 'vitest';
import { draftKeyOf, windowOfKey } from '../../../renderer/app/drafts/draft-keys.ts';

test('a draft is found under exactly its own name', () => {
  const names = [
    'report/7',
    'report/7/signature',
    'requisition/new',
    'requisition/new/7',
    'unit/new/',
    'unit/new',
  ];
  const found = names.map((asked) =>
    names.filter((kept) => windowOfKey(draftKeyOf('p', kept, 'w'), 'p', asked) === 'w'),
  );
  expect(found).toEqual(names.map((name) => [name]));
});

test('and only by the person who typed it', () => {
  expect(windowOfKey(draftKeyOf('p', 'call', 'w'), 'q', 'call')).toBeUndefined();
});
