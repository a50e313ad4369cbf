import { describe, expect, test } from 'vitest';
import { actWord, auditedKinds, kindWord } from '#shared/messages/audit-words.ts';
import { cards, documentKinds, kinds, procedureGroupOf } from '#shared/nouns/index.ts';
import { sourcesBelow } from './source.ts';

/* Every act and kind that the audit trail can hold is said in words, and can be asked for in its filter. */

const languages = ['zh-CN', 'en'] as const;
const texts = sourcesBelow('electron/service-host').map(({ text }) => text);

const ofCards = documentKinds.flatMap((kind) =>
  Object.keys(cards[kind].acts).map((act) => `${procedureGroupOf(kind)}.${act}`),
);
const inServices = texts.flatMap(actsIn);

describe('the acts of the trail', () => {
  test('have a word in both languages', () => {
    expect(inServices.length).toBeGreaterThan(60);
    expect([...new Set([...ofCards, ...inServices])].filter((act) => !hasWord(actWord, act))).toEqual([]);
  });

  test('control: an act without a word is found, wherever a service names it', () => {
    expect(actsIn(`recordAudit(tx, { act: 'cases.dance', subjectKind })`)).toEqual(['cases.dance']);
    expect(actsIn(`const act = isLate ? 'cases.dance' : 'cases.sing';`)).toEqual([
      'cases.dance',
      'cases.sing',
    ]);
    expect(actsIn(`documentOf('case', cases, { told: ['dance'] })`)).toEqual(['told.dance']);
    expect(hasWord(actWord, 'cases.dance')).toBe(false);
  });
});

describe('the kinds of the trail', () => {
  const named = texts.flatMap((text) =>
    [...text.matchAll(/subjectKind: '(\w+)'/g)].map(([, kind = '']) => kind),
  );

  test('can be asked for in the filter, each under a word of its own in both languages', () => {
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((kind) => !auditedKinds.includes(kind))).toEqual([]);
    expect(auditedKinds.filter((kind) => !hasWord(kindWord, kind))).toEqual([]);
    for (const language of languages) {
      const words = auditedKinds.map((kind) => kindWord(kind, language));
      expect(words.toSorted()).toEqual([...new Set(words)].toSorted());
    }
  });

  test('are all nouns but those that an act of another makes', () => {
    expect(kinds.filter((kind) => !auditedKinds.includes(kind))).toEqual(['issue', 'clearing', 'reversal']);
  });
});

/** The acts that a source names: in a row of the trail, and among those that a document tells beside its card. */
function actsIn(text: string): readonly string[] {
  const lines = [...text.matchAll(/\bact\b[^\n]*/g)].flatMap(([line]) => [...line.matchAll(/'(\w+\.\w+)'/g)]);
  const told = [...text.matchAll(/told: \[([^\]]*)\]/g)].flatMap(([, list = '']) => [
    ...list.matchAll(/'(\w+)'/g),
  ]);
  return [...lines.map(([, act = '']) => act), ...told.map(([, act = '']) => `told.${act}`)];
}

function hasWord(word: typeof actWord, name: string): boolean {
  return languages.every((language) => word(name, language) !== name);
}
