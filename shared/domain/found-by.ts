/** Text as it is compared: full width as half width, lower case, ü as v, without spaces, dashes, dots and other punctuation. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s\p{P}\p{C}]/gu, '');
}

/**
 * A query for telephone numbers without the country code of China: numbers are found by what follows it. `+86…` and
 * `0086…` stand before any number, `86…` before a mobile one.
 */
export function withoutCountryCode(query: string): string {
  return query
    .normalize('NFKC')
    .replace(/(?<![\d+])(?:\+|00)[\s-]*86[\s-]*(?=\(?\d(?:[\s()-]*\d){6})/g, '')
    .replace(/(?<!\d)86[\s-]*(?=1[3-9](?:[\s-]*\d){9}(?!\d))/g, '');
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
