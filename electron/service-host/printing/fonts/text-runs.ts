import type { FontChain, FontName } from './font-chain.ts';

/** A stretch of text that one font can draw; an empty one is a place where a line may break. */
export interface TextRun {
  readonly text: string;
  readonly font: FontName;
}

/** Stands for a character that no font has: the geta mark, which Chinese and Japanese printers use for a missing type. */
export const replacementMark = '〓';

/** Splits text among the fonts of a chain and remembers what none of them could draw. */
export interface TextSplitter {
  readonly split: (text: string) => readonly TextRun[];
  /** The characters met so far that were replaced by the mark, each once. */
  readonly missingCharacters: () => readonly string[];
}

const fontOrder: readonly FontName[] = ['chinese', 'latin', 'japanese', 'emoji'];
const clusters = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** Characters that stand in for others of the same look and meaning. */
const lookAlikes = new Map([
  ['☐', '□'],
  ['☒', '⊠'],
  ['✗', '×'],
  ['✘', '×'],
  ['✕', '×'],
]);

/** Opens a splitter over `chain`; one for each paper, so that what is missing is told for that paper. */
export function openTextSplitter(chain: FontChain): TextSplitter {
  const missing = new Set<string>();
  const fontFor = (cluster: string): FontName | undefined => {
    const codePoints = [...cluster].filter((character) => !isInvisible(character)).map(codePointOf);
    // Fonts map some control characters to nothing at all.
    return fontOrder.find(
      (font) =>
        (font !== 'latin' || isLetterOfLatinFont(cluster)) &&
        codePoints.every((codePoint) => codePoint >= 0x20 && chain.covers(font, codePoint)),
    );
  };
  const set = (cluster: string): readonly TextRun[] => {
    for (const form of formsOf(cluster)) {
      const font = fontFor(form);
      if (font !== undefined) return withBreaks({ font, text: drawable(form, font, chain) });
    }
    const characters = [...cluster];
    if (characters.length > 1) return characters.flatMap(set);
    missing.add(cluster);
    return [{ font: 'chinese', text: replacementMark }];
  };
  return {
    split: (text) => {
      const runs: { font: FontName; text: string }[] = [];
      for (const { segment } of clusters.segment(withPlainLineEnds(text))) {
        const font = runs.at(-1)?.font ?? 'chinese';
        for (const run of segment === '\n' ? [{ font, text: segment }] : set(segment)) {
          const last = runs.at(-1);
          if (last?.font === run.font && last.text !== '' && run.text !== '') last.text += run.text;
          else if (last?.text !== '' || run.text !== '') runs.push({ ...run });
        }
      }
      return runs;
    },
    missingCharacters: () => [...missing],
  };
}

function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replaceAll('\t', '    ');
}

/** The ways a cluster can be written without changing what it says, best first. */
function formsOf(cluster: string): readonly string[] {
  const substitute = /^\p{Zs}$/u.test(cluster) ? ' ' : lookAlikes.get(cluster);
  return [cluster, cluster.normalize('NFC'), ...(substitute === undefined ? [] : [substitute])];
}

/** Signs of other kinds that the Latin font has too, such as the replacement character, say nothing on paper. */
function isLetterOfLatinFont(cluster: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(cluster);
}

/** Joiners, direction marks, soft hyphens and the like: they have no picture of their own. */
function isInvisible(character: string): boolean {
  return /\p{Default_Ignorable_Code_Point}/u.test(character);
}

/** What is handed to the font: selectors of a variant stay, and the joiners of emoji where the font reads them. */
function drawable(cluster: string, font: FontName, chain: FontChain): string {
  const characters = [...cluster];
  const isVisible = characters.some((character) => !isInvisible(character));
  return characters
    .filter((character) => !isInvisible(character) || (isVisible && isRead(character, font, chain)))
    .join('');
}

function isRead(character: string, font: FontName, chain: FontChain): boolean {
  return (
    /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u.test(character) ||
    (font === 'emoji' && chain.covers(font, codePointOf(character)))
  );
}

/**
 * What is beyond the basic plane and no ideograph stands between two empty runs, at which a line may break. Without them an
 * overlong word would be cut after so many units of UTF-16, which can be in the middle of a character.
 */
function withBreaks(run: TextRun): readonly TextRun[] {
  const [first = ''] = run.text;
  if (run.text === '') return [];
  const breaks = codePointOf(first) > 0xffff && !/\p{Ideographic}/u.test(first);
  return breaks ? [{ font: run.font, text: '' }, run, { font: run.font, text: '' }] : [run];
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
