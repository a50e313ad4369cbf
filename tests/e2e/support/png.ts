import { crc32, deflateSync } from 'node:zlib';

/** The fewest colours that a screen with smoothed letters looks like itself in; one byte for each point. */
const mostColours = 256;

/** The smallest PNG there is: enough to stand for the scan of a signed paper. */
export function onePixelPng(): Buffer {
  return png(1, 1, { kind: 0, palette: undefined, rows: Buffer.from([0, 255]) });
}

/** A picture of a few colours as a PNG with a palette, a third as large as one of all colours; `points` are RGBA bytes. */
export function smallPng(width: number, height: number, points: Uint8Array): Buffer {
  const colours = commonColours(points);
  const numberOf = new Map(colours.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colourAt(points, (y * width + x) * 4);
      const number = numberOf.get(colour) ?? nearest(colours, colour);
      numberOf.set(colour, number);
      rows[y * (width + 1) + 1 + x] = number;
    }
  }
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return png(width, height, { kind: 3, palette, rows });
}

function commonColours(points: Uint8Array): readonly number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < points.length; at += 4) {
    const colour = colourAt(points, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  // A green dot is small and means something; there are more greys around letters than anybody sees.
  const weight = ([colour, count]: readonly [number, number]) => count * (1 + colourfulness(colour) / 4);
  return [...counts]
    .toSorted((one, other) => weight(other) - weight(one))
    .slice(0, mostColours)
    .map(([colour]) => colour);
}

/** How far from grey, 0 to 255. */
function colourfulness(colour: number): number {
  const parts = [colour >> 16, (colour >> 8) & 255, colour & 255];
  return Math.max(...parts) - Math.min(...parts);
}

function colourAt(points: Uint8Array, at: number): number {
  return ((points[at] ?? 0) << 16) | ((points[at + 1] ?? 0) << 8) | (points[at + 2] ?? 0);
}

function nearest(colours: readonly number[], colour: number): number {
  let [best, bestDistance] = [0, Infinity];
  for (const [index, other] of colours.entries()) {
    const red = (other >> 16) - (colour >> 16);
    const green = ((other >> 8) & 255) - ((colour >> 8) & 255);
    const blue = (other & 255) - (colour & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance < bestDistance) [best, bestDistance] = [index, distance];
  }
  return best;
}

/** Grey (kind 0) or by palette (kind 3), eight bits for each point (W3C PNG, §11.2). */
function png(
  width: number,
  height: number,
  { kind, palette, rows }: { kind: 0 | 3; palette: Buffer | undefined; rows: Buffer },
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, kind, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
