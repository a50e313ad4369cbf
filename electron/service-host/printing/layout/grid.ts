import type { ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { assert } from '#shared/domain/assert.ts';
import { ink, points, rulePoints, type Look } from './look.ts';
import type { Width } from './paper-definition.ts';
import { lineHeight, linesNeeded } from './text-width.ts';
import type { Typesetter } from './typesetter.ts';

/** A table of thin rules over the whole width of the text area. */
export interface Grid {
  readonly columns: readonly Width[];
  readonly body: readonly (readonly TableCell[])[];
  /** Least height of each row in points, its padding included. */
  readonly heights?: readonly number[] | undefined;
  /** Rows repeated on top of every page the grid runs over. */
  readonly headRows?: number | undefined;
  /** Whether a row stays whole when a page ends; see canStayWhole and rowsOf. */
  readonly wholeRows?: boolean | undefined;
  /** The rows of the body that go on with the row before them: no rule stands between the two. */
  readonly continuing?: ReadonlySet<number> | undefined;
}

/** Sets a grid; the outer edges of its rules are exactly as wide as the text area. */
export function setGrid(grid: Grid, { look, widthPoints }: Typesetter): ContentTable {
  const columns = columnPoints(grid.columns, widthPoints);
  const widths = columns.map(
    (column, index) =>
      column - 2 * look.paddingSide - rulePoints - (index === columns.length - 1 ? rulePoints : 0),
  );
  const padding = look.paddingTop + look.paddingBottom + rulePoints;
  return {
    table: {
      widths,
      body: grid.body.map((row) => [...row]),
      headerRows: grid.headRows ?? 0,
      // A first row kept with the head is whole, too.
      keepWithHeaderRows: grid.headRows && grid.wholeRows ? 1 : 0,
      dontBreakRows: grid.wholeRows ?? false,
      heights: grid.heights ? grid.heights.map((height) => Math.max(0, height - padding)) : 'auto',
    },
    layout: gridLayout(look, grid.continuing),
    margin: [0, 0, 0, look.gap],
  };
}

/** A text and the outer width of its cell in points. */
export interface Measured {
  readonly text: string;
  readonly widthPoints: number;
}

/** Whether rows can be kept whole at the end of a page: a row the size of a page would not be set at all. */
export function canStayWhole(texts: readonly Measured[], { look, heightPoints }: Typesetter): boolean {
  return texts.every(
    ({ text, widthPoints }) =>
      linesNeeded(text, widthPoints - 2 * look.paddingSide - rulePoints, look.text) * look.text * lineHeight <
      heightPoints / 2,
  );
}

/** A cell in the grey of labels. */
export function labelCell(text: string, typesetter: Typesetter): TableCell {
  return { ...typesetter.text(text), fillColor: ink.label };
}

/** The widths of columns in points; 'rest' shares what the others leave. */
export function columnPoints(columns: readonly Width[], widthPoints: number): number[] {
  const given = columns.reduce<number>((sum, width) => sum + (width === 'rest' ? 0 : points(width)), 0);
  const shares = columns.filter((width) => width === 'rest').length;
  const share = shares === 0 ? 0 : (widthPoints - given) / shares;
  assert(
    shares === 0 ? Math.abs(widthPoints - given) < 1 : share > 20,
    `columns do not fit: ${columns.join(' ')} in ${widthPoints} points`,
  );
  return columns.map((width) => (width === 'rest' ? share : points(width)));
}

function gridLayout(look: Look, continuing: ReadonlySet<number> = new Set()): CustomTableLayout {
  return {
    hLineWidth: (index) => (continuing.has(index) ? 0 : rulePoints),
    vLineWidth: () => rulePoints,
    hLineColor: ink.rule,
    vLineColor: ink.rule,
    paddingLeft: () => look.paddingSide,
    paddingRight: () => look.paddingSide,
    paddingTop: (index) => (continuing.has(index) ? 0 : look.paddingTop),
    paddingBottom: (index) => (continuing.has(index + 1) ? 0 : look.paddingBottom),
  };
}
