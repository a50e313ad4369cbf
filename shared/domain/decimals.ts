/** Digits before the point that every number of the program stays below. */
const mostDigits = 11;

/**
 * Reads a number as people type it or copy it from Excel, in units of its last place: '1,234.5' with two places is 123450.
 * Takes full-width digits. A comma separates thousands and nothing else: '12,5' and '860,00' are no numbers, because
 * nobody can say whether the comma was meant as a point. `undefined` when the text is no number with at most `places`
 * places.
 */
export function parseDecimal(text: string, places: number): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim();
  const match = /^([-−]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:\.(\d+))?$/.exec(plain);
  if (!match) return undefined;
  const whole = (match[2] ?? '').replaceAll(/[, ]/g, '');
  // Excel writes 2 as '2.0000' where a column has four places.
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (whole.length > mostDigits || fraction.length > places) return undefined;
  const size = Number(whole + fraction.padEnd(places, '0'));
  return match[1] && size > 0 ? -size : size;
}
