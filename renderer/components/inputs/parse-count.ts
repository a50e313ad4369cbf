/** Reads '186,400' or '１８６４００' as 186400; `undefined` when it is no whole number of at most nine digits. */
export function parseCount(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** Writes 186400 as '186,400'. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
