import type { FoundPart } from './find-part.ts';
import type { PastedLine, PastedTable } from './pasted-table.ts';

/** Whatever a paste did not take, or took with a doubt. */
export interface PasteReport {
  /** Set when the paste has more rows than the document has room for: then nothing was taken. */
  readonly tooMany?: { readonly rowCount: number; readonly lineCount: number; readonly mostLines: number };
  readonly unknownNumbers: readonly string[];
  readonly doubts: readonly { readonly row: number; readonly number: string; readonly text: string }[];
  /** Numbers of parts that stand on several lines now. */
  readonly repeatedNumbers: readonly string[];
  readonly leftRows: readonly string[];
  readonly leftColumns: readonly string[];
}

/** A pasted line with its part, which is undefined when the catalogue has no such number. */
export interface ResolvedLine extends PastedLine {
  readonly part: FoundPart | undefined;
}

/** The lines with their parts. A quantity in another unit than the part's is not taken: '2箱' is not two pieces. */
export function resolvedLines(
  lines: readonly PastedLine[],
  known: ReadonlyMap<string, FoundPart>,
): readonly ResolvedLine[] {
  return lines.map((line) => {
    const part = known.get(line.number);
    if (!part || line.unit === '' || isSameUnit(line.unit, part.unitOfMeasure)) return { ...line, part };
    return {
      ...line,
      part,
      quantity: null,
      doubts: [...line.doubts, `${(line.quantity ?? 0) / 1000}${line.unit}`],
    };
  });
}

/** Refuses a paste as a whole when the document has no room for all of its rows. */
export function tooManyRows(
  table: PastedTable,
  lineCount: number,
  mostLines: number,
): PasteReport | undefined {
  const rowCount = table.lines.length;
  if (lineCount + rowCount <= mostLines) return undefined;
  return { ...nothingToSay, tooMany: { rowCount, lineCount, mostLines } };
}

/** Everything that a person must know of a paste; undefined when all of it was taken without a doubt. */
export function reportOf(
  table: PastedTable,
  lines: readonly ResolvedLine[],
  partIdsBefore: readonly string[],
): PasteReport | undefined {
  const seen = new Set(partIdsBefore);
  const repeated = new Set<string>();
  for (const { part } of lines) {
    if (!part) continue;
    if (seen.has(part.id)) repeated.add(part.number);
    seen.add(part.id);
  }
  const report: PasteReport = {
    unknownNumbers: [...new Set(lines.filter(({ part }) => !part).map(({ number }) => number))],
    doubts: lines.flatMap(({ row, number, doubts }) => doubts.map((text) => ({ row, number, text }))),
    repeatedNumbers: [...repeated],
    leftRows: table.leftRows,
    leftColumns: table.leftColumns,
  };
  return Object.values(report).some((told) => told.length > 0) ? report : undefined;
}

const nothingToSay: PasteReport = {
  unknownNumbers: [],
  doubts: [],
  repeatedNumbers: [],
  leftRows: [],
  leftColumns: [],
};

function isSameUnit(written: string, unitOfMeasure: string): boolean {
  return written.normalize('NFKC').toLowerCase() === unitOfMeasure.normalize('NFKC').trim().toLowerCase();
}
