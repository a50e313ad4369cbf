import type { Content } from 'pdfmake/interfaces.js';
import { columnPoints, labelCell, setGrid } from './grid.ts';
import { points } from './look.ts';
import { rowsOf } from './long-rows.ts';
import type { TextBoxes, Width } from './paper-definition.ts';
import type { Typesetter } from './typesetter.ts';

/** Sets boxes of longer text under each other, each with its label at the left; a long one runs over to the next page. */
export function setTextBoxes(boxes: TextBoxes, typesetter: Typesetter): Content {
  const columns: Width[] = [boxes.labelMm, 'rest'];
  const widths = columnPoints(columns, typesetter.widthPoints);
  const rows = boxes.rows.flatMap((row) =>
    rowsOf([row.label, row.text], widths, typesetter).map(([label = '', text = ''], part) => ({
      label,
      text,
      isContinuing: part > 0,
      height: part > 0 ? 0 : points(row.heightMm),
    })),
  );
  return setGrid(
    {
      columns,
      body: rows.map((row) => [labelCell(row.label, typesetter), { ...typesetter.text(row.text) }]),
      wholeRows: true,
      heights: rows.map((row) => row.height),
      continuing: new Set(rows.flatMap((row, index) => (row.isContinuing ? [index] : []))),
    },
    typesetter,
  );
}
