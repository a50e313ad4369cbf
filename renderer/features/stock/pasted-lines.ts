import { parseMoney } from '#shared/domain/money.ts';
import type { Fen } from '#shared/domain/money.ts';
import { parseQuantity } from '#shared/domain/quantities.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { pastedBlock } from '../../components/parts/pasted-block.ts';

/** A line of a block copied from Excel: part number, quantity, price, bin. What cannot be read is null. */
export interface PastedLine {
  readonly partNumber: string;
  readonly quantity: Quantity | null;
  readonly unitPriceFen: Fen | null;
  readonly bin: string;
}

const linesAtMost = 500;

/** The lines of a block copied from Excel, or undefined for a text that is none. */
export function pastedLines(text: string): readonly PastedLine[] | undefined {
  return pastedBlock(text)
    ?.slice(0, linesAtMost)
    .map(([partNumber = '', quantity = '', price = '', bin = '']) => ({
      partNumber,
      quantity: parseQuantity(quantity) ?? null,
      unitPriceFen: nonNegative(parseMoney(price)),
      bin,
    }));
}

function nonNegative(amountFen: Fen | undefined): Fen | null {
  return amountFen === undefined || amountFen < 0 ? null : amountFen;
}
