import { parseDecimal } from './decimals.ts';
import { divisibleUnits } from './divisible-units.presets.ts';

/** A count of pieces, metres or litres in integer thousandths: 12.5 L is 12500. */
export type Quantity = number;

/** One whole piece. */
export const oneUnit: Quantity = 1000;

/** The largest quantity a line may carry: one million units. */
export const largestQuantity: Quantity = 1_000_000 * oneUnit;

/** Above this nobody means a quantity; a number of a part or an order was copied into its place. */
const mostReadable: Quantity = 999_999_999_999;

/** Reads '12.5' as 12500; `undefined` when it is no number of at least zero with at most three places. Takes full-width digits. */
export function parseQuantity(text: string): Quantity | undefined {
  const quantity = parseDecimal(text, 3);
  return quantity === undefined || quantity < 0 || quantity > mostReadable ? undefined : quantity;
}

/** Writes 12500 as '12.5', 1000 as '1', 1234567000 as '1,234,567'. */
export function formatQuantity(quantity: Quantity): string {
  const sign = quantity < 0 ? '−' : '';
  const size = Math.abs(quantity);
  const whole = Math.floor(size / oneUnit)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = (size % oneUnit).toString().padStart(3, '0').replace(/0+$/, '');
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** Whether the quantity can be one of this unit of measure: pieces are whole, litres are not. */
export function fitsUnit(quantity: Quantity, unitOfMeasure: string): boolean {
  return quantity % oneUnit === 0 || divisibleUnits.has(unitOfMeasure.normalize('NFKC').trim().toLowerCase());
}
