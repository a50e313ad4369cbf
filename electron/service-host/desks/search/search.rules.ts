import { cards, type SearchKind } from '#shared/nouns/index.ts';

const longestGram = 3;
const gramsOfQueryAtMost = 12;

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

function token(kind: SearchKind, characters: readonly string[]): string {
  return (
    cards[kind].code + characters.map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('g')
  );
}

/** How many of each are shown of what was found, at most `limit` together: nobody gets less for what others have more of. */
export function fairShares(found: readonly number[], limit: number): readonly number[] {
  const shares = found.map(() => 0);
  let left = limit;
  while (left > 0) {
    const waiting = found.flatMap((count, index) => (count > (shares[index] ?? 0) ? [index] : []));
    if (waiting.length === 0) return shares;
    for (const index of waiting.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
    left -= Math.min(left, waiting.length);
  }
  return shares;
}
