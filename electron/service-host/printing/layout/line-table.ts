import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { ink } from './look.ts';
import { canStayWhole, columnPoints, setGrid } from './grid.ts';
import type { Align, ClosingCell, LineTable } from './paper-definition.ts';
import type { Typesetter } from './typesetter.ts';

/** Sets a table of lines; its head stands again on every page it runs over. */
export function setLineTable(table: LineTable, typesetter: Typesetter): Content {
  const aligns = table.columns.map((column) => column.align);
  const columns = table.columns.map((column) => column.width);
  const widths = columnPoints(columns, typesetter.widthPoints);
  const measured = table.rows.flatMap((row) =>
    row.map((text, index) => ({ text, widthPoints: widths[index] ?? 0 })),
  );
  return setGrid(
    {
      columns,
      body: [
        table.columns.map((column) => cell(column.title, column.align, typesetter, ink.label)),
        ...table.rows.map((row) => row.map((text, index) => cell(text, aligns[index] ?? 'left', typesetter))),
        ...table.closing.map((row) => row.flatMap((part) => closingCells(part, typesetter))),
      ],
      headRows: 1,
      wholeRows: canStayWhole(measured, typesetter),
    },
    typesetter,
  );
}

function cell(text: string, align: Align, typesetter: Typesetter, fillColor?: string): TableCell {
  return { ...typesetter.text(text), alignment: align, fillColor };
}

function closingCells(part: ClosingCell, typesetter: Typesetter): TableCell[] {
  return [
    { ...typesetter.text(part.text), alignment: part.align ?? 'left', colSpan: part.columns },
    ...Array.from({ length: part.columns - 1 }, () => ({})),
  ];
}
