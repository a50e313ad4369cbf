/** Height of a line of type in the fonts of the papers, as a multiple of its size. */
export const lineHeight = 1.45;

/** What may stay in one piece at the end of a line. */
const word = /[^\s\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+/gu;

/**
 * Width of a text in ems of its type, never less than the fonts of the papers make it: 1 for an ideograph, about 0.6 for
 * Latin. For planning room; where lines really break is decided by the fonts.
 */
export function widthInEms(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The most lines `text` can take at `size` points in a column of `widthPoints`. */
export function linesNeeded(text: string, widthPoints: number, size: number): number {
  return text.split('\n').reduce((lines, paragraph) => {
    const width = widthInEms(paragraph) * size;
    if (width <= widthPoints) return lines + 1;
    const leftEmpty = longestPieceInEms(paragraph) * size;
    return lines + Math.ceil(width / Math.max(widthPoints - leftEmpty, widthPoints / 2));
  }, 0);
}

/** The width of what stays in one piece; at least two ideographs, because some signs do not stand at the beginning of a line. */
export function longestPieceInEms(text: string): number {
  let longest = 2;
  for (const [piece] of text.matchAll(word)) longest = Math.max(longest, widthInEms(piece));
  return longest;
}

/** A size in points and the lines a text may take at it. */
export type SizeChoice = readonly [size: number, lines: number];

/** The first of `choices` (sizes falling) at which `text` stays within its lines; else the last one. */
export function fittingSize(text: string, widthPoints: number, choices: readonly SizeChoice[]): number {
  const fitting = choices.find(([size, lines]) => linesNeeded(text, widthPoints, size) <= lines);
  return (fitting ?? choices.at(-1))?.[0] ?? 0;
}

/**
 * The text without line ends of its own, cut with '…' to what surely fits into `lines` lines of `widthPoints` at `size` points,
 * with all of its ending.
 */
export function shortened(
  text: string,
  widthPoints: number,
  size: number,
  lines: number,
  ending = '',
): string {
  const plain = text.replace(/\s*\n\s*/g, ' ').trim();
  if (linesNeeded(plain + ending, widthPoints, size) <= lines) return plain + ending;
  const characters = Array.from(clusters.segment(plain), ({ segment }) => segment);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (linesNeeded(`${characters.slice(0, middle).join('')}…${ending}`, widthPoints, size) <= lines)
      low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…${ending}`;
}

/** What of a text surely fits into `lines` lines, cut at a line end, a sign or a space where there is one, and what is left. */
export function cutAfterLines(
  text: string,
  widthPoints: number,
  size: number,
  lines: number,
): readonly [string, string] {
  if (linesNeeded(text, widthPoints, size) <= lines) return [text, ''];
  const characters = Array.from(clusters.segment(text), ({ segment }) => segment);
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (linesNeeded(characters.slice(0, middle).join(''), widthPoints, size) <= lines) low = middle;
    else high = middle - 1;
  }
  const half = Math.floor(low / 2);
  const last = (sign: RegExp) => characters.slice(half, low).findLastIndex((one) => sign.test(one));
  const place = [/\n/, /[。；;]/u, /[\s，、,.]/u].map(last).find((found) => found !== -1);
  const end = place === undefined ? low : half + place + 1;
  return [characters.slice(0, end).join('').trimEnd(), characters.slice(end).join('').trimStart()];
}

const clusters = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** Measured on both weights of Noto Sans SC, Noto Sans JP and Noto Emoji, rounded up. */
function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x7f) {
    if (/[ |ijl',.:;I]/.test(character)) return 0.33;
    if (/[!\-f()[\]{}/\\tr]/.test(character)) return 0.45;
    if (/[MmWw%@]/.test(character)) return 1.02;
    if (/[0-9]/.test(character)) return 0.6;
    return /[A-Z&]/.test(character) ? 0.78 : 0.645;
  }
  if (character === '¥') return 0.65;
  if (codePoint < 0x2000) return 1.08;
  if (codePoint === 0x2e3a || codePoint === 0x2e3b) return 2.5;
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)) return 1.3;
  return codePoint < 0x2e80 || codePoint > 0xf8ff ? 1.07 : 1;
}
