/** What stands for the lines of a requisition in one line of words. */
export function partsSummary(partNames: readonly string[]): string {
  const [first = '', ...more] = partNames;
  return more.length === 0 ? first : `${first} +${more.length}`;
}

/** Several texts in one line, without the empty ones. */
export function inOneLine(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join(' · ');
}
