import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { permissions } from '#shared/domain/permissions.ts';
import { permissionKey, permissionWord } from '#shared/messages/role-words.ts';
import { translateAny } from '#shared/messages/translate.ts';
import type { Card } from '#shared/nouns/card.ts';
import { cards, kinds, presets } from '#shared/nouns/index.ts';
import { deskMay } from '#shared/nouns/desks.ts';
import { metaOf } from '#host/api/guard.ts';

/* What every noun keeps, read from the roll of cards: a new noun is held by it without a line here. */

// A service report has every property there is; one more would be a part of the page of the noun.
const mostProperties = 11;
/** A property of these names would be a condition, and belongs to the rules of the noun. */
const conditions = /^(if|when|unless|visible.*|hidden.*|dependsOn|then|to)$/;

describe.each(kinds)('the card of %s', (kind) => {
  const card: Card = cards[kind];

  test('is data, short and without conditions', () => {
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
    expect(Object.keys(card).length).toBeLessThanOrEqual(mostProperties);
    expect(conditionsIn(card)).toEqual([]);
  });

  test('has words in both languages', () => {
    const words = [`recordKind_${kind}`, ...(card.states ?? []).map((state) => `${kind}State_${state}`)];
    expect(words.filter((word) => !hasWord(word))).toEqual([]);
  });

  test('names acts that are procedures under the same permission, and states that are its own', () => {
    expect(actsAmiss(card)).toEqual([]);
  });
});

test('what tells nouns apart is told once', () => {
  expect(twice(kinds.map((kind): Card => cards[kind]))).toEqual([]);
});

test('a permission stands on one card alone', () => {
  const named = [...kinds.flatMap((kind) => Object.keys(cards[kind].may)), ...Object.keys(deskMay)];
  expect(named.toSorted()).toEqual([...new Set(named)].toSorted());
  expect(Object.keys(presets).toSorted()).toEqual(named.toSorted());
});

test('every permission is asked for by a procedure, and every one that is asked for stands on a card', () => {
  const asked = new Set(procedures().map(({ procedure }) => metaOf(procedure).access));
  expect(permissions.filter((permission) => !asked.has(permission))).toEqual([]);
  const known = new Set<string>([...permissions, 'anyone', 'signedIn']);
  expect([...asked].filter((access) => !known.has(access))).toEqual([]);
});

test('every permission, and what it is about, has words in both languages', () => {
  const words = permissions.flatMap((permission) => [
    permissionKey(permission),
    `permissionGroup_${permission.split('.', 1)[0]}`,
  ]);
  expect([...new Set(words)].filter((word) => !hasWord(word))).toEqual([]);
  const sentences = permissions.map((permission) => permissionWord(permission, 'zh-CN'));
  expect(sentences.toSorted()).toEqual([...new Set(sentences)].toSorted());
});

describe('faults of a card are found', () => {
  const sound: Card = { code: 'h', prefix: 'AB', may: { 'cases.edit': ['clerk'] } };

  test('a condition', () => {
    const card = { ...sound, acts: { edit: { from: [], may: 'cases.edit', when: 'late' } } };
    expect(conditionsIn(card)).toEqual(['when']);
  });

  test('an act that no procedure does, one under another permission, and one from a foreign state', () => {
    const of = (acts: Card['acts']) => actsAmiss({ ...sound, states: ['open'], ...(acts ? { acts } : {}) });
    expect(of({ dance: { from: ['open'], may: 'cases.edit' } })).toEqual(['cases.dance is no procedure']);
    expect(of({ list: { from: ['open'], may: 'cases.edit' } })).toEqual([
      'cases.list asks for cases.view, the card for cases.edit',
    ]);
    expect(of({ edit: { from: ['gone'], may: 'cases.edit' } })).toEqual(['edit begins from gone']);
  });

  test('letters that two nouns share, or that another begins with', () => {
    expect(twice([sound, { code: 'h', prefix: 'ABC', may: {} }])).toEqual(['code h', 'prefix AB']);
  });

  test('a word that is missing', () => {
    expect(hasWord('recordKind_nothing')).toBe(false);
    expect(hasWord(permissionKey('nothing.view'))).toBe(false);
  });
});

function conditionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [
    ...(conditions.test(name) ? [name] : []),
    ...conditionsIn(inside),
  ]);
}

function hasWord(word: string): boolean {
  return (['zh-CN', 'en'] as const).every((language) => Boolean(translateAny(language, `states.${word}`)));
}

function actsAmiss(card: Card): readonly string[] {
  const known = new Map(procedures().map(({ path, procedure }) => [path, metaOf(procedure)]));
  return Object.entries(card.acts ?? {}).flatMap(([act, { from, may }]) => {
    const path = `${may.split('.')[0]}.${act}`;
    const found = known.get(path);
    const foreign = from.filter((state) => !card.states?.includes(state));
    return [
      ...(found ? [] : [`${path} is no procedure`]),
      ...(found && found.access !== may ? [`${path} asks for ${found.access}, the card for ${may}`] : []),
      ...foreign.map((state) => `${act} begins from ${state}`),
    ];
  });
}

function twice(all: readonly Card[]): readonly string[] {
  return (['code', 'prefix', 'path'] as const).flatMap((property) => {
    const told = all.map((card) => card[property]).filter((value) => value !== undefined);
    const clashes = told.filter((value, place) =>
      told.some((other, elsewhere) => {
        if (place === elsewhere) return false;
        return property === 'prefix' ? other.startsWith(value) : other === value && elsewhere < place;
      }),
    );
    return clashes.map((value) => `${property} ${value}`);
  });
}

function procedures(
  level: unknown = contract,
  path: readonly string[] = [],
): readonly { readonly path: string; readonly procedure: AnyContractProcedure }[] {
  if (isContractProcedure(level)) return [{ path: path.join('.'), procedure: level }];
  return Object.entries(level ?? {}).flatMap(([name, inside]) => procedures(inside, [...path, name]));
}
