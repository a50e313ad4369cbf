import { parseQuantity } from '#shared/domain/quantities.ts';
import { pastedBlock } from '../../components/parts/pasted-block.ts';

/** One row of a table that was copied: which part, how much of it, what is wrong with it. */
export interface PastedLine {
  readonly number: string;
  readonly quantity: number | null;
  readonly fault: string;
}

/**
 * The rows of a table copied from Excel, or undefined for a text that is none. The part's number stands in the first
 * column that is filled; the last number after it is the quantity, the last other text the fault.
 */
export function pastedLines(text: string): readonly PastedLine[] | undefined {
  return pastedBlock(text)?.map((cells) => {
    const [number = '', ...rest] = cells.filter((cell) => cell !== '');
    return {
      number,
      quantity: parseQuantity(rest.findLast(isAmount) ?? '') || null,
      fault: rest.findLast((cell) => !isAmount(cell)) ?? '',
    };
  });
}

function isAmount(cell: string): boolean {
  return parseQuantity(cell) !== undefined;
}
