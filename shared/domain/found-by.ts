/** Text as it is compared: full width as half width, lower case, ü as v, without spaces, dashes, dots and other punctuation. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s\p{P}\p{C}]/gu, '');
}

/** The words of a query, each normalised; a hit has all of them. */
export function wordsOf(query: string): readonly string[] {
  return query
    .split(/\s+/)
    .map(normalised)
    .filter((word) => word !== '');
}

/** Whether a text has all the words. */
export function hasAllWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Whether what is typed finds a record by its label or by its `findable`, in which the host has put its pinyin too. */
export function isFoundBy(
  typed: string,
  { label, findable = '' }: { readonly label: string; readonly findable?: string | undefined },
): boolean {
  return hasAllWords(`${normalised(label)}\n${findable}`, wordsOf(typed));
}
