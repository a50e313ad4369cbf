import { polyphonic } from 'pinyin-pro';
import { searchKinds, type SearchKind } from '#shared/domain/search-kinds.ts';

const longestGram = 3;
const gramsOfQueryAtMost = 12;
const readingsAtMost = 24;

/** Text as it is compared: full width as half width, lower case, without spaces, dashes, dots and other punctuation. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{C}]/gu, '');
}

/** The words of a query, each normalised; a hit has all of them. */
export function wordsOf(query: string): readonly string[] {
  return query
    .split(/\s+/)
    .map(normalised)
    .filter((word) => word !== '');
}

/** Everything a record is found by: each text as it is, by its pinyin, and by the initials of that; one to a line. */
export function searchText(texts: readonly string[]): string {
  const forms = new Set<string>();
  for (const text of texts) {
    const plain = normalised(text);
    if (plain === '') continue;
    forms.add(plain);
    for (const form of pinyinForms(plain)) forms.add(form);
  }
  return [...forms].join('\n');
}

/** The index tokens of a search text: its pieces of one, two and three characters, marked with the kind of record. */
export function gramsOfText(kind: SearchKind, text: string): readonly string[] {
  const grams = new Set<string>();
  for (const form of text.split('\n')) {
    const characters = Array.from(form);
    for (let start = 0; start < characters.length; start += 1) {
      for (let length = 1; length <= longestGram && start + length <= characters.length; length += 1) {
        grams.add(token(kind, characters.slice(start, start + length)));
      }
    }
  }
  return [...grams];
}

/** The tokens that every hit of these words carries. Words of up to three characters need no further check. */
export function gramsOfWords(kind: SearchKind, words: readonly string[]): readonly string[] {
  const grams = new Set<string>();
  for (const word of words) {
    const characters = Array.from(word);
    const length = Math.min(longestGram, characters.length);
    const last = characters.length - length;
    // The ends of a long word say as much as all of it; what they let through is checked against the text.
    for (let start = 0; start <= last && grams.size < gramsOfQueryAtMost; start += 1) {
      grams.add(token(kind, characters.slice(start, start + length)));
    }
  }
  return [...grams];
}

/** Whether a text has all the words. */
export function hasAllWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Full pinyin and initials of a text with Chinese characters, for every way its characters can be read. */
function pinyinForms(text: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const readings = polyphonic(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map(
    (options) => [...new Set(options.filter((reading) => reading !== ''))],
  );
  const full = combined(readings);
  const initials = combined(
    readings.map((options) => [...new Set(options.map((reading) => firstOf(reading)))]),
  );
  return [...full, ...initials];
}

/** A run of letters or digits between characters belongs whole to the initials: 粤B3K721D is yb3k721d. */
function firstOf(reading: string): string {
  return /^[a-zv]{1,6}$/.test(reading) && /[aeiouv]/.test(reading) ? reading.charAt(0) : reading;
}

function combined(options: readonly (readonly string[])[]): readonly string[] {
  let made = [''];
  for (const readings of options) {
    const grown = made.flatMap((before) => readings.map((reading) => before + reading));
    // Names with many ambiguous characters are found by their first readings.
    made = grown.length <= readingsAtMost ? grown : made.map((before) => before + (readings[0] ?? ''));
  }
  return made;
}

function token(kind: SearchKind, characters: readonly string[]): string {
  const mark = String.fromCharCode('h'.charCodeAt(0) + searchKinds.indexOf(kind));
  return mark + characters.map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('g');
}
