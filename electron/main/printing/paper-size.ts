/** A sheet, upright or lying, in millimetres. */
export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

const sheets = { A3: [297, 420], A4: [210, 297], A5: [148, 210], A6: [105, 148] } as const;
export type SheetName = keyof typeof sheets;

const toleranceMm = 1;

/** The size of the first page of a PDF whose page is written in plain text, as in all papers of ours; else undefined. */
export function paperSizeOf(pdf: Uint8Array): PaperSize | undefined {
  const text = new TextDecoder('latin1').decode(pdf);
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(text);
  const [width, height] = [Number(box?.[1]), Number(box?.[2])];
  if (!(width > 0) || !(height > 0)) return undefined;
  return { widthMm: millimetres(width), heightMm: millimetres(height) };
}

/** The name of the sheet, whichever way it lies; undefined for a size without a name, such as a label. */
export function sheetNameOf({ widthMm, heightMm }: PaperSize): SheetName | undefined {
  const [short, long] = [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)];
  const isOf = ([sheetShort, sheetLong]: readonly [number, number]) =>
    Math.abs(short - sheetShort) <= toleranceMm && Math.abs(long - sheetLong) <= toleranceMm;
  // The keys of the object above are the names.
  return (Object.keys(sheets) as SheetName[]).find((name) => isOf(sheets[name]));
}

function millimetres(points: number): number {
  return Math.round((points * 25.4 * 10) / 72) / 10;
}
