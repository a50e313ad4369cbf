import { expect, test } from 'vitest';
import { keptOf, personNamed, toldInCase } from '#host/modules/contacts/contacts.rules.ts';

test.each([
  [
    { kind: 'answered', answer: '保养手册在第 3 页' },
    { state: 'answered', answer: '保养手册在第 3 页', nextCallAt: null },
  ],
  [
    { kind: 'toBeClarified', nextCallAt: 5 },
    { state: 'toBeClarified', answer: '', nextCallAt: 5 },
  ],
  [
    { kind: 'toBeClarified', nextCallAt: null },
    { state: 'toBeClarified', answer: '', nextCallAt: null },
  ],
  [
    { kind: 'joinCase', caseId: 'x' },
    { state: 'inCase', answer: '', nextCallAt: null },
  ],
  [
    { kind: 'openCase', ownerId: null },
    { state: 'inCase', answer: '', nextCallAt: null },
  ],
] as const)('%o is kept as %o', (outcome, kept) => {
  expect(keptOf(outcome)).toEqual(kept);
});

test.each([
  ['周师傅', '周师傅'],
  [' 周 师傅', '周师傅'],
  ['mr zhou', 'Mr Zhou'],
  ['Ｍｒ Zhou', 'Mr Zhou'],
  ['周师', undefined],
  ['', undefined],
] as const)('%j is %s', (typed, name) => {
  expect(personNamed([{ name: '周师傅' }, { name: 'Mr Zhou' }, { name: '' }], typed)?.name).toBe(name);
});

test.each([
  ['周师傅', '水温高', '周师傅：水温高'],
  ['', '水温高', '水温高'],
  ['周师傅', '', '周师傅'],
  ['', '', ''],
])('%j and %j are told as %j', (caller, summary, told) => {
  expect(toldInCase(caller, summary)).toBe(told);
});
