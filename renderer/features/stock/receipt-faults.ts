import type { Text } from '../../app/text.ts';
import { faultSentence } from '../../components/form/fault-sentence.ts';
import { faultsOf, type Trouble } from '../../service/trouble.ts';
import { isEmptyLine, missingIn, type LineCell, type LineValues } from './receipt-values.ts';

/** What is wrong with a line, by its cells. */
export type LineFaults = Readonly<Partial<Record<LineCell, string>>>;

interface Shown {
  readonly line: LineValues;
  readonly index: number;
  readonly bins: unknown;
  readonly faults: LineFaults | undefined;
  readonly isNext: boolean;
  readonly onChange: unknown;
  readonly onRemove: unknown;
}

/** Whether a line looks as it did: of hundreds of lines only the one that is typed in is drawn anew. */
export function looksTheSame(before: Shown, after: Shown): boolean {
  return (
    before.line === after.line &&
    before.index === after.index &&
    before.bins === after.bins &&
    before.isNext === after.isNext &&
    before.onChange === after.onChange &&
    before.onRemove === after.onRemove &&
    // They are gathered anew at every key.
    JSON.stringify(before.faults) === JSON.stringify(after.faults)
  );
}

/** The faults of every line that has some, by its key. */
export function faultsByLine(
  lines: readonly LineValues[],
  trouble: Trouble | null,
  marksMissing: boolean,
  t: Text,
): ReadonlyMap<string, LineFaults> {
  const arrived = Object.entries(faultsOf(trouble));
  const sent = lines.filter((line) => !isEmptyLine(line));
  return new Map(
    sent.flatMap((line, index) => {
      const missing = marksMissing ? missingIn(line).map((cell) => [cell, t('issue.required')] as const) : [];
      const refused = arrived.flatMap(([path, fault]) => {
        const cell = cellIn(path, index);
        return cell ? [[cell, faultSentence(fault, t)] as const] : [];
      });
      const faults = [...missing, ...refused];
      return faults.length === 0 ? [] : [[line.key, Object.fromEntries(faults)] as const];
    }),
  );
}

function cellIn(path: string, index: number): LineCell | undefined {
  const cells: readonly LineCell[] = ['partId', 'quantity', 'unitPriceFen', 'accountId'];
  return cells.find((cell) => path === `lines.${index}.${cell}`);
}
