import { parseDecimal } from '#shared/domain/decimals.ts';

const largestCount = 999_999_999;

/** Reads '186,400' or '１８６４００' as 186400; `undefined` when it is no whole number of at most nine digits. */
export function parseCount(text: string): number | undefined {
  const count = parseDecimal(text, 0);
  return count === undefined || count < 0 || count > largestCount ? undefined : count;
}

/** Writes 186400 as '186,400'. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
