import { crc32, deflateSync } from 'node:zlib';

/** A grey picture; `lines` of it are there. */
export function png(
  width: number,
  height: number,
  { lines = height, isInterlaced = false }: { readonly lines?: number; readonly isInterlaced?: boolean } = {},
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, isInterlaced ? 1 : 0], 8);
  // The passes of 7 × 5: 1×1, 1×1, 2×1, 2×2, 4×1, 3×3, 7×2 pixels, each line with the byte of its filter.
  const raw = Buffer.alloc(isInterlaced ? 2 + 2 + 3 + 6 + 5 + 12 + 16 : lines * (width + 1));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** The markers of a picture, without one. */
export function jpeg(width: number, height: number): Uint8Array {
  const segment = (marker: number, ...data: number[]) => [0xff, marker, 0, data.length + 2, ...data];
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 1)),
    ...segment(0xc0, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0),
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
    1,
    2,
    3,
    0xff,
    0xd9,
  ]);
}
