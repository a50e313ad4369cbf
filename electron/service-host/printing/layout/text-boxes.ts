import type { Content } from 'pdfmake/interfaces.js';
import { canStayWhole, columnPoints, labelCell, setGrid } from './grid.ts';
import { points } from './look.ts';
import type { TextBoxes, Width } from './paper-definition.ts';
import type { Typesetter } from './typesetter.ts';

/** Sets boxes of longer text under each other, each with its label at the left; a long one runs over to the next page. */
export function setTextBoxes(boxes: TextBoxes, typesetter: Typesetter): Content {
  const columns: Width[] = [boxes.labelMm, 'rest'];
  const [, widthPoints = 0] = columnPoints(columns, typesetter.widthPoints);
  return setGrid(
    {
      columns,
      body: boxes.rows.map((row) => [labelCell(row.label, typesetter), { ...typesetter.text(row.text) }]),
      wholeRows: canStayWhole(
        boxes.rows.map(({ text }) => ({ text, widthPoints })),
        typesetter,
      ),
      heights: boxes.rows.map((row) => points(row.heightMm)),
    },
    typesetter,
  );
}
