/**
 * A code as it is compared with others: `ZT-1A`, `zt-1a`, `ＺＴ-1A` and `ZT – 1A` are one and the same. Width, case, spaces
 * and the kind of dash do not count; every other character does, for bins A-1-11 and A-11-1 are two, and so are 1.5 and 15.
 */
export function codeKey(code: string): string {
  return code
    .normalize('NFKC')
    .replaceAll(/[\s\p{C}]/gu, '')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .toUpperCase();
}

/**
 * The keys of codes that are in the books already, in their order: the first of those that are alike has the key, a later one
 * the key with a number behind it. No code that is typed has such a key, because keys hold no spaces.
 */
export function keysOfExisting(codes: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return codes.map((code) => {
    const key = codeKey(code);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : laterKey(key, count);
  });
}

/** The key of a record of which the code was alike to another one's, from the second on. */
export function laterKey(key: string, count = 2): string {
  return `${key} ${count}`;
}
