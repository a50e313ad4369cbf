import { finding, forEachNode } from './source.ts';
import type { Finding, Source } from './source.ts';

/** Where Chinese belongs: sentences for people, papers, presets, sample data, tests. */
const chineseAllowed = [
  /^shared\/messages\//,
  /^electron\/service-host\/printing\//,
  /^electron\/service-host\/modules\/sample\//,
  /^shared\/contract\/manual\//,
  /\.presets\.ts$/,
  /^(tests|scripts)\//,
];

/** Sentences for people stand in shared/messages: no Chinese in the text of a program. */
export function checkSentences(source: Source): readonly Finding[] {
  if (chineseAllowed.some((place) => place.test(source.path))) return [];
  const found: Finding[] = [];
  forEachNode(source, (node) => {
    const text = { Literal: node['raw'], JSXText: node['value'], TemplateElement: rawOf(node['value']) }[
      node.type
    ];
    // A single character is a mark of the language (a unit, a separator), not a sentence.
    if (typeof text === 'string' && /\p{Script=Han}.*\p{Script=Han}/su.test(text) && !('regex' in node)) {
      found.push(finding(source, node.start, `Chinese text: ${text.trim().slice(0, 40)}`));
    }
  });
  return found;
}

/** Nothing is left for later. */
export function checkNothingIsLeft(source: Source): readonly Finding[] {
  // Written apart, so that this file does not find itself.
  const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
  return source.comments
    .filter(({ value }) => later.test(value))
    .map(({ value, start }) => finding(source, start, value.trim().slice(0, 60)));
}

/** A place on one machine or an address of a package registry in a committed text. */
export function forbiddenWords(path: string, text: string): readonly Finding[] {
  const folders = ['work', 'tmp', 'root', 'home'].join('|');
  const machine = new RegExp(`(?<![\\w.$}*])/(?:${folders})/[\\w.-]+`, 'g');
  const registry = new RegExp(
    `https?://[\\w.-]*(?:${['registry\\.', 'npm' + 'mirror', 'verdaccio', 'nexus'].join('|')})[\\w.-]*`,
    'g',
  );
  const rules: readonly (readonly [RegExp, string])[] = [
    [machine, 'a path of one machine'],
    [registry, 'the address of a registry'],
  ];
  return rules.flatMap(([pattern, what]) =>
    [...text.matchAll(pattern)].map((match) => ({
      path,
      line: text.slice(0, match.index).split('\n').length,
      what: `${what}: ${match[0]}`,
    })),
  );
}

function rawOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'raw' in value ? value.raw : undefined;
}
