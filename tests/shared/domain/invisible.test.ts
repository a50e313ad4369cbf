import { expect, test } from 'vitest';
import { contactsContract } from '#shared/contract/contacts.contract.ts';
import { customersContract } from '#shared/contract/customers.contract.ts';
import * as field from '#shared/contract/fields.ts';
import { saysSomething, withoutInvisible } from '#shared/domain/invisible.ts';

/** Each of the characters that come along with a copied text. */
const unseen = [
  '\u00ad',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u3164',
  '\ufeff',
  '\u{e0041}',
  '\u0085',
  '\u2028',
  '\u2029',
];

test.each(unseen.map((character) => [character.codePointAt(0)?.toString(16), character] as const))(
  'U+%s is taken out at the door, and says nothing by itself',
  (_, character) => {
    expect(withoutInvisible(`周${character}师傅`)).toBe('周师傅');
    expect(field.line(40).parse(`${character}周${character}师傅${character}`)).toBe('周师傅');
    expect(field.requiredLine(40).safeParse(`${character} ${character}`).success).toBe(false);
    expect(field.requiredProse(40).safeParse(character).success).toBe(false);
    expect(field.telephone().parse(`\u202d138${character}01334410\u202c`)).toBe('13801334410');
  },
);

test('a line end that no keyboard makes stays a line end in free text', () => {
  expect(field.prose(40).parse('漏水\u2028响声\u0085\u2029')).toBe('漏水\n响声');
});

test('Chinese, rare characters, accents and emoji stay as they are', () => {
  const text = '𠮷䶮㛃 Müller é ﷽ 🚌 ①';
  expect(field.line(60).parse(text)).toBe(text.normalize('NFC'));
  expect(['𠮷', '🚌', '1', '—'].every(saysSomething)).toBe(true);
  expect(['', ' ', '\u0301', '\ufe0f'].some(saysSomething)).toBe(false);
});

test('control characters and broken text are still refused', () => {
  for (const text of ['a\u0000b', 'a\u0007b', 'a\ud800b', '\uffff'])
    expect(field.line(40).safeParse(text).success, JSON.stringify(text)).toBe(false);
});

test('every act and question takes its texts through that door', () => {
  const shown = '\u202d138 0133 4410\u202c';
  const caller = contactsContract.caller['~orpc'].inputSchema;
  expect(caller?.parse({ telephone: shown })).toEqual({ telephone: '138 0133 4410' });
  const list = customersContract.list['~orpc'].inputSchema;
  const asked = { filter: { text: shown }, sort: { by: 'name', descending: false }, limit: 1 };
  expect(list?.parse(asked)).toMatchObject({ filter: { text: '138 0133 4410' } });
});
