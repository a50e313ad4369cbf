import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler sees in a PDF: the eyes of the tests. */
export interface SeenPdf {
  readonly pageCount: number;
  /** In millimetres, rounded. */
  readonly page: { readonly widthMm: number; readonly heightMm: number };
  /** The text of each page, in reading order. */
  readonly texts: readonly string[];
}

/** A page as grey pixels, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads size and text of a PDF with pdfinfo and pdftotext. */
export function seePdf(pdf: Uint8Array): SeenPdf {
  return withFile(pdf, (path) => {
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info);
    const pages = execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }).split('\f');
    return {
      pageCount: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
      page: { widthMm: millimetres(size?.[1]), heightMm: millimetres(size?.[2]) },
      texts: pages.slice(0, -1),
    };
  });
}

/** The words of a page, counted from 1, each with the upper and lower edge of its line in points from the top. */
export function seeWords(
  pdf: Uint8Array,
  page = 1,
): readonly { readonly text: string; readonly top: number; readonly bottom: number }[] {
  const words = withFile(pdf, (path) =>
    execFileSync('pdftotext', ['-enc', 'UTF-8', '-f', String(page), '-l', String(page), '-bbox', path, '-'], {
      encoding: 'utf8',
    }),
  );
  return Array.from(
    words.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<\/word>/g),
    ([, top, bottom, text = '']) => ({ text, top: Number(top), bottom: Number(bottom) }),
  );
}

/** Draws one page, counted from 1, with pdftoppm at 72 dots to the inch. */
export function drawPage(pdf: Uint8Array, page: number): Picture {
  return withFile(pdf, (path) => {
    const picture = execFileSync(
      'pdftoppm',
      ['-gray', '-r', '72', '-f', String(page), '-l', String(page), path],
      { maxBuffer: 1 << 26 },
    );
    const [head = ''] = /^P5\s+\d+\s+\d+\s+255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
    const [, width, height] = head.split(/\s+/).map(Number);
    return { width: width ?? 0, height: height ?? 0, pixels: picture.subarray(head.length) };
  });
}

/** How much of a stretch of a page is ink, 0 to 1; the bounds are parts of its width and height. */
export function inkShare(
  picture: Picture,
  bounds: { left: number; top: number; right: number; bottom: number },
): number {
  let dark = 0;
  let all = 0;
  for (
    let y = Math.floor(bounds.top * picture.height);
    y < Math.floor(bounds.bottom * picture.height);
    y += 1
  ) {
    for (
      let x = Math.floor(bounds.left * picture.width);
      x < Math.floor(bounds.right * picture.width);
      x += 1
    ) {
      all += 1;
      if ((picture.pixels[y * picture.width + x] ?? 255) < 160) dark += 1;
    }
  }
  return dark / all;
}

function millimetres(points: string | undefined): number {
  return Math.round((Number(points) * 25.4) / 72);
}

function withFile<Result>(pdf: Uint8Array, work: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, pdf);
    return work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
