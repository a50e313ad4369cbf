import type { Content, ContentText, TableCell } from 'pdfmake/interfaces.js';
import { fittedColumns, fittedSize } from './column-widths.ts';
import { ink, points } from './look.ts';
import { setGrid } from './grid.ts';
import { rowsOf } from './long-rows.ts';
import type { Align, ClosingCell, LineTable } from './paper-definition.ts';
import type { Typesetter } from './typesetter.ts';

/** Sets a table of lines; its head stands again on every page it runs over, and its rows stay whole. */
export function setLineTable(table: LineTable, typesetter: Typesetter): Content {
  const widths = fittedColumns(table.columns, table.rows, typesetter);
  const rows = table.rows.map((row) => rowsOf(row, widths, typesetter));
  const valueCell = (text: string, index: number): TableCell => {
    const column = table.columns[index];
    if (!column) return {};
    const fontSize = fittedSize(text, column, widths[index] ?? 0, typesetter);
    return {
      ...cell(text, column.align, typesetter),
      ...(fontSize < typesetter.look.text ? { fontSize } : {}),
    };
  };
  // The head is the first row of the grid.
  let index = 1;
  const continuing = new Set<number>();
  for (const parts of rows) {
    for (let part = 1; part < parts.length; part += 1) continuing.add(index + part);
    index += parts.length;
  }
  return setGrid(
    {
      columns: widths.map((width) => width / points(1)),
      body: [
        table.columns.map((column) => cell(column.title, column.align, typesetter, ink.label)),
        ...rows.flat().map((row) => row.map(valueCell)),
        ...table.closing.map((row) => row.flatMap((part) => closingCells(part, typesetter))),
      ],
      headRows: 1,
      wholeRows: true,
      continuing,
    },
    typesetter,
  );
}

function cell(
  text: string,
  align: Align,
  typesetter: Typesetter,
  fillColor?: string,
): ContentText & { fillColor: string | undefined } {
  return { ...typesetter.text(text), alignment: align, fillColor };
}

function closingCells(part: ClosingCell, typesetter: Typesetter): TableCell[] {
  return [
    { ...typesetter.text(part.text), alignment: part.align ?? 'left', colSpan: part.columns },
    ...Array.from({ length: part.columns - 1 }, () => ({})),
  ];
}
