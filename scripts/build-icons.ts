// Draws resources/icon.png and resources/icon.ico from resources/icon.svg, with the machine's Chromium, Chrome or Edge:
//   node scripts/build-icons.ts
// The drawn files are part of the repository; this runs only after the drawing has changed.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';

const resources = path.join(import.meta.dirname, '..', 'resources');
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 256];

interface Drawing {
  readonly sizePixels: number;
  readonly rgba: Buffer;
  readonly png: Buffer;
}

await drawIcons();

async function drawIcons(): Promise<void> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const svg = readFileSync(path.join(resources, 'icon.svg'), 'utf8');
    const picture = await draw(page, svg, 512);
    writeFileSync(path.join(resources, 'icon.png'), picture.png);
    const drawings: Drawing[] = [];
    for (const sizePixels of icoSizes) drawings.push(await draw(page, svg, sizePixels));
    writeFileSync(path.join(resources, 'icon.ico'), icoOf(drawings));
  } finally {
    await browser.close();
  }
}

async function draw(page: Page, svg: string, sizePixels: number): Promise<Drawing> {
  const drawn = await page.evaluate(
    async ({ svg: source, size }) => {
      const image = new Image(size, size);
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = size;
      canvas.height = size;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0, size, size);
      return { rgba: [...context.getImageData(0, 0, size, size).data], png: canvas.toDataURL('image/png') };
    },
    { svg, size: sizePixels },
  );
  return {
    sizePixels,
    rgba: Buffer.from(drawn.rgba),
    png: Buffer.from(drawn.png.split(',')[1] ?? '', 'base64'),
  };
}

/** An icon file: bitmaps for the small sizes, which every installer program reads, and PNG for the one of 256. */
function icoOf(drawings: readonly Drawing[]): Buffer {
  const images = drawings.map((drawing) => (drawing.sizePixels < 256 ? bitmapOf(drawing) : drawing.png));
  const header = Buffer.alloc(6 + 16 * drawings.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(drawings.length, 4);
  let offset = header.length;
  for (const [index, { sizePixels }] of drawings.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(sizePixels % 256, at);
    header.writeUInt8(sizePixels % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(images[index]?.length ?? 0, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += images[index]?.length ?? 0;
  }
  return Buffer.concat([header, ...images]);
}

/** A bitmap as icon files hold it: rows from the bottom up, blue first, then an empty mask because alpha is in the pixels. */
function bitmapOf({ sizePixels, rgba }: Drawing): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(sizePixels, 4);
  head.writeInt32LE(sizePixels * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(sizePixels * sizePixels * 4);
  for (let row = 0; row < sizePixels; row += 1) {
    for (let column = 0; column < sizePixels; column += 1) {
      const from = ((sizePixels - 1 - row) * sizePixels + column) * 4;
      const to = (row * sizePixels + column) * 4;
      pixels.writeUInt32BE(rgba.readUInt32BE(from), to);
      pixels.writeUInt8(rgba.readUInt8(from + 2), to);
      pixels.writeUInt8(rgba.readUInt8(from), to + 2);
    }
  }
  const mask = Buffer.alloc(Math.ceil(sizePixels / 32) * 4 * sizePixels);
  return Buffer.concat([head, pixels, mask]);
}
