import type { CanvasElement, ContentCanvas, ContentTable } from 'pdfmake/interfaces.js';
import { qrEncoder } from '../pdfmake.ts';
import { ink, points, rulePoints } from './look.ts';
import { lineHeight, linesNeeded } from './text-width.ts';
import type { Typesetter } from './typesetter.ts';

/** Side of one module as the encoder draws it, in points. */
const encoderModule = 5;
/** Small enough for a few words in the place of a code, in points. */
const placeSizePoints = 7;

/**
 * A QR code of exactly `sideMm` millimetres, error correction M, text as UTF-8. A reader needs four modules of white around
 * it (ISO/IEC 18004), about a seventh of its side, which whoever places it leaves free.
 */
export function setQr(text: string, sideMm: number): ContentCanvas {
  // The encoder writes plain text in its densest mode, but takes pairs of surrogates apart: those go in as bytes.
  const content = /^[ -~]+$/.test(text) ? text : new TextEncoder().encode(text);
  const [ground, ...dark] = qrEncoder.measure({ qr: content, eccLevel: 'M' })._canvas;
  const moduleCount = Math.round((ground?.w ?? 0) / encoderModule);
  const module = points(sideMm) / moduleCount;
  const rows = new Map<number, number[]>();
  for (const { x, y } of dark) {
    const row = Math.round(y / encoderModule);
    rows.set(row, [...(rows.get(row) ?? []), Math.round(x / encoderModule)]);
  }
  const canvas: CanvasElement[] = [];
  for (const [row, columns] of rows) {
    for (const { from, length } of stretches(columns)) {
      canvas.push({
        type: 'rect',
        lineWidth: 0,
        color: '#000000',
        x: from * module,
        y: row * module,
        w: length * module,
        h: module,
      });
    }
  }
  return { canvas };
}

/** Neighbouring modules as one stretch: fewer shapes, and no hair of white between them. */
function stretches(columns: readonly number[]): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last && last.from + last.length === column) last.length += 1;
    else found.push({ from: column, length: 1 });
  }
  return found;
}

/** A frame as large as the code, with the words that stand for it in its middle. */
export function setQrPlace(words: string, sideMm: number, typesetter: Typesetter): ContentTable {
  const { look } = typesetter;
  const side = points(sideMm) - rulePoints;
  const inside = side - 2 * look.paddingSide;
  const wordsHeight = linesNeeded(words, inside, placeSizePoints) * placeSizePoints * lineHeight;
  const cell = { ...typesetter.text(words), fontSize: placeSizePoints, color: ink.quiet };
  return {
    table: {
      widths: [inside],
      heights: [side],
      body: [[{ ...cell, alignment: 'center', margin: [0, Math.max(0, (side - wordsHeight) / 2), 0, 0] }]],
    },
    layout: {
      hLineWidth: () => rulePoints,
      vLineWidth: () => rulePoints,
      hLineColor: ink.quiet,
      vLineColor: ink.quiet,
      paddingLeft: () => look.paddingSide,
      paddingRight: () => look.paddingSide,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
}
