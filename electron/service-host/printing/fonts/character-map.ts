import { assert } from '#shared/domain/assert.ts';

/** Tells whether a font draws a character of its own for a code point. */
export type CharacterMap = (codePoint: number) => boolean;

/**
 * Reads which code points a TrueType font covers, out of its 'cmap' table (OpenType specification, chapter cmap).
 * Takes the segmented-coverage subtable (format 12), which every font of the chain has.
 */
export function readCharacterMap(font: Uint8Array): CharacterMap {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const subtable = findSegmentedCoverage(view, findTable(view, 'cmap'));
  const groupCount = view.getUint32(subtable + 12);
  const starts = new Uint32Array(groupCount);
  const ends = new Uint32Array(groupCount);
  for (let index = 0; index < groupCount; index += 1) {
    starts[index] = view.getUint32(subtable + 16 + index * 12);
    ends[index] = view.getUint32(subtable + 20 + index * 12);
  }
  return (codePoint) => {
    let low = 0;
    let high = groupCount - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (codePoint < (starts[middle] ?? 0)) high = middle - 1;
      else if (codePoint > (ends[middle] ?? 0)) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function findTable(view: DataView, tag: string): number {
  const tableCount = view.getUint16(4);
  for (let index = 0; index < tableCount; index += 1) {
    const entry = 12 + index * 16;
    const name = String.fromCharCode(
      view.getUint8(entry),
      view.getUint8(entry + 1),
      view.getUint8(entry + 2),
      view.getUint8(entry + 3),
    );
    if (name === tag) return view.getUint32(entry + 8);
  }
  assert(false, `font without a ${tag} table`);
}

function findSegmentedCoverage(view: DataView, cmap: number): number {
  const subtableCount = view.getUint16(cmap + 2);
  for (let index = 0; index < subtableCount; index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(subtable) === 12) return subtable;
  }
  assert(false, 'font without a character map of format 12');
}
