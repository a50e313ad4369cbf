import { crc32, inflateSync } from 'node:zlib';
import type { Picture } from './picture.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Samples of a pixel by the colour type of the head (PNG, third edition, 11.2.1). */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Where the seven passes of an interlaced picture begin, and their steps: x, y, step of x, step of y. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly isIntact: boolean;
}

/** Reads the head of a PNG picture; undefined for anything else. */
export function readPng(bytes: Uint8Array): Picture | undefined {
  if (!signature.every((byte, index) => bytes[index] === byte) || bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitsOfPixel: (bytes[24] ?? 0) * (samplesOf[bytes[25] ?? 1] ?? 0),
    isInterlaced: bytes[28] === 1,
  };
  return { width: head.width, height: head.height, isWhole: () => isWhole(bytes, view, head) };
}

function isWhole(
  bytes: Uint8Array,
  view: DataView,
  head: {
    readonly width: number;
    readonly height: number;
    readonly bitsOfPixel: number;
    readonly isInterlaced: boolean;
  },
): boolean {
  const chunks = chunksOf(bytes, view);
  if (head.bitsOfPixel === 0 || !chunks.every((chunk) => chunk.isIntact)) return false;
  if (chunks[0]?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') return false;
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const wanted = rawBytes(head.width, head.height, head.bitsOfPixel, head.isInterlaced);
  try {
    // A stream that gives more than the head promises is not let grow.
    return inflateSync(Buffer.concat(data), { maxOutputLength: wanted + 1 }).length === wanted;
  } catch {
    return false;
  }
}

function chunksOf(bytes: Uint8Array, view: DataView): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({
      type,
      data: bytes.subarray(at + 8, end),
      isIntact: crc32(bytes.subarray(at + 4, end)) === view.getUint32(end),
    });
    if (type === 'IEND') break;
    at = end + 4;
  }
  return chunks;
}

/** The bytes of the lines before they were compressed, each with the byte that names its filter. */
function rawBytes(width: number, height: number, bitsOfPixel: number, isInterlaced: boolean): number {
  const linesOf = (columns: number, rows: number) =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * bitsOfPixel) / 8));
  if (!isInterlaced) return linesOf(width, height);
  return passes.reduce((sum, [x, y, stepX, stepY]) => {
    const columns = Math.max(0, Math.ceil((width - x) / stepX));
    const rows = Math.max(0, Math.ceil((height - y) / stepY));
    return sum + linesOf(columns, rows);
  }, 0);
}
