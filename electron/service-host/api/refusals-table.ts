import type { RefusalCode } from '#shared/contract/refusals.ts';

/** Codes by procedure, from one line for each. */
export function tableOf(text: string): ReadonlyMap<string, readonly RefusalCode[]> {
  const lines = text.trim().split('\n');
  // A test writes the lines, out of codes that stand in the code.
  return new Map(lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1) as RefusalCode[]]));
}
