import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { setGrid } from './grid.ts';
import { ink, points } from './look.ts';
import type { Signatures } from './paper-definition.ts';
import type { Typesetter } from './typesetter.ts';

/** Sets boxes to sign in, with the line for the date at their foot; they never break over two pages. */
export function setSignatures(signatures: Signatures, typesetter: Typesetter): Content {
  const { look } = typesetter;
  const dateHeight = look.text * 1.45 + look.paddingTop + look.paddingBottom;
  const upper = signatures.fields.map((field): TableCell => ({
    stack: [
      typesetter.text(field.label),
      ...(field.note === ''
        ? []
        : [{ ...typesetter.text(field.note), fontSize: look.small, color: ink.quiet }]),
    ],
    border: [true, true, true, false],
  }));
  const lower = signatures.fields.map((): TableCell => ({
    ...typesetter.text(signatures.dateLine),
    alignment: 'right',
    border: [true, false, true, true],
  }));
  return {
    unbreakable: true,
    stack: [
      setGrid(
        {
          columns: signatures.fields.map(() => 'rest' as const),
          body: [upper, lower],
          heights: [points(signatures.heightMm) - dateHeight, dateHeight],
        },
        typesetter,
      ),
    ],
  };
}
