import { pinyin } from 'pinyin-pro';

/** A page's cursor carries the key of its last row, and takes 400 characters. */
const longestKey = 150;

/**
 * The text that a name is sorted by, the same on both engines: digits, then letters, then Chinese characters by pinyin and tone.
 * A person's first character is read as a surname: 单 is Shan there, and Dan in the name of a part.
 */
export function sortKeyOf(name: string, isPerson = false): string {
  const text = name.normalize('NFKC').toLowerCase().trim();
  const read = pinyin(text, {
    type: 'all',
    toneType: 'num',
    v: true,
    ...(isPerson ? { surname: 'head' as const } : {}),
  });
  const key = read
    .map((one) => (one.isZh ? `${afterLetters}${one.pinyin}${one.origin}` : one.origin))
    .join('');
  // Records that wait for their key have an empty one.
  return [...(key || name)].slice(0, longestKey).join('');
}

const afterLetters = '~';

/** Rows in the order of their names. */
export function sortedByName<Row extends { readonly name: string }>(
  rows: readonly Row[],
  isPerson = false,
): readonly Row[] {
  return rows
    .map((row) => ({ row, key: sortKeyOf(row.name, isPerson) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ row }) => row);
}
