import { columnPoints } from './grid.ts';
import { rulePoints } from './look.ts';
import type { LineColumn } from './paper-definition.ts';
import { widthInEms } from './text-width.ts';
import type { Typesetter } from './typesetter.ts';

/** What the widest column of free text keeps, in points, when others grow: some six ideographs. */
const leastRest = 68;
/** What every other column of free text keeps of its width. */
const leastShare = 0.8;
/** A column grows to so many times its width at most; what needs more is set smaller, and breaks at last. */
const mostGrowth = 2;
/** Sizes below the usual one, in points, in which a value that has no room is tried. */
const smallerSteps = [0.75, 1.5, 2.25, 3];

/**
 * The widths of columns in points, by what stands in them: a column whose values stay whole takes what it lacks from those
 * of free text and from columns wider than their values, amounts and quantities before all else.
 */
export function fittedColumns(
  columns: readonly LineColumn[],
  rows: readonly (readonly string[])[],
  typesetter: Typesetter,
): readonly number[] {
  const { widthPoints } = typesetter;
  const widths = columnPoints(
    columns.map((column) => column.width),
    widthPoints,
  );
  const needs = columns.map((column, index) =>
    Math.max(
      needed(column.title, typesetter),
      ...rows.map((row) => (column.isWhole ? needed(row[index] ?? '', typesetter) : 0)),
    ),
  );
  const spare = columns.map((column, index) => {
    const width = widths[index] ?? 0;
    if (column.width === 'rest') return Math.max(0, width - Math.max(leastRest, needs[index] ?? 0));
    const least = column.isWhole ? 0 : width * leastShare;
    return Math.max(0, width - Math.max(least, needs[index] ?? 0));
  });
  const lacks = columns.map((column, index) => {
    const width = widths[index] ?? 0;
    return column.isWhole ? Math.max(0, Math.min(needs[index] ?? 0, width * mostGrowth) - width) : 0;
  });
  const isAmount = (index: number) => columns[index]?.align === 'right';
  const amounts = sum(lacks.filter((_, index) => isAmount(index)));
  const others = sum(lacks) - amounts;
  const room = sum(spare);
  const amountShare = amounts === 0 ? 0 : Math.min(1, room / amounts);
  const otherShare = others === 0 ? 0 : Math.min(1, Math.max(0, room - amounts) / others);
  const grown = lacks.map((lack, index) => lack * (isAmount(index) ? amountShare : otherShare));
  const taken = room === 0 ? 0 : sum(grown) / room;
  return widths.map((width, index) => width + (grown[index] ?? 0) - (spare[index] ?? 0) * taken);
}

/** The size in which a value that must stay whole fits into its column; the usual one where it may break, or has to. */
export function fittedSize(
  text: string,
  column: LineColumn,
  columnWidth: number,
  typesetter: Typesetter,
): number {
  const { text: usual } = typesetter.look;
  if (!column.isWhole) return usual;
  const fits = (size: number) => needed(text, typesetter, size) <= columnWidth + 0.01;
  return (
    [usual, ...smallerSteps.map((step) => usual - step)].find(fits) ?? usual - (smallerSteps.at(-1) ?? 0)
  );
}

function needed(text: string, { look }: Typesetter, size: number = look.text): number {
  const ems = text.split('\n').reduce((most, line) => Math.max(most, widthInEms(line)), 0);
  return ems * size + 2 * look.paddingSide + 2 * rulePoints;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
