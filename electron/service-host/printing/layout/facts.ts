import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { canStayWhole, columnPoints, labelCell, setGrid, type Measured } from './grid.ts';
import type { Facts } from './paper-definition.ts';
import type { Typesetter } from './typesetter.ts';

/** Sets a grid of labels and values. */
export function setFacts(facts: Facts, typesetter: Typesetter): Content {
  const columns = facts.valuesMm.flatMap((width) => [facts.labelMm, width]);
  const widths = columnPoints(columns, typesetter.widthPoints);
  const measured: Measured[] = [];
  const body = facts.rows.map((row) => {
    let column = 0;
    return row.flatMap((fact, index): TableCell[] => {
      const span = index === row.length - 1 ? columns.length - column - 1 : (fact.pairs ?? 1) * 2 - 1;
      const widthPoints = widths.slice(column + 1, column + 1 + span).reduce((sum, width) => sum + width, 0);
      measured.push(
        { text: fact.label, widthPoints: widths[column] ?? 0 },
        { text: fact.value, widthPoints },
      );
      column += span + 1;
      return [
        labelCell(fact.label, typesetter),
        { ...typesetter.text(fact.value), colSpan: span },
        ...Array.from({ length: span - 1 }, () => ({})),
      ];
    });
  });
  return setGrid({ columns, body, wholeRows: canStayWhole(measured, typesetter) }, typesetter);
}
