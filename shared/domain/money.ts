import { parseDecimal } from './decimals.ts';
import { oneUnit, type Quantity } from './quantities.ts';

/** An amount of money in integer fen; within ±2^53. */
export type Fen = number;

/** The largest amount one document line may carry: one hundred million yuan. */
export const largestAmountFen: Fen = 10_000_000_000;

/** Reads '1,286.50' or '¥12' as fen; `undefined` when it is no amount with at most two places. Takes full-width digits. */
export function parseMoney(text: string): Fen | undefined {
  return parseDecimal(text.normalize('NFKC').trim().replace(/^¥/, ''), 2);
}

/** Writes 128650 as '1,286.50'. */
export function formatMoney(amountFen: Fen): string {
  const sign = amountFen < 0 ? '−' : '';
  const size = Math.abs(amountFen);
  const whole = Math.floor(size / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${(size % 100).toString().padStart(2, '0')}`;
}

/** Price of one unit times quantity, rounded half up to the fen; exact for every amount in bounds. */
export function amountOf(unitPriceFen: Fen, quantity: Quantity): Fen {
  return divideRounded(BigInt(unitPriceFen) * BigInt(quantity), BigInt(oneUnit));
}

/** The share of `valueFen` that `quantity` out of `quantityOnHand` carries; all of it when all goes. */
export function shareOfValue(valueFen: Fen, quantity: Quantity, quantityOnHand: Quantity): Fen {
  if (quantity === quantityOnHand) return valueFen;
  return divideRounded(BigInt(valueFen) * BigInt(quantity), BigInt(quantityOnHand));
}

/** Value of one unit in fen, rounded half up; 0 when there is nothing. */
export function averageCostFen(valueFen: Fen, quantity: Quantity): Fen {
  return quantity === 0 ? 0 : divideRounded(BigInt(valueFen) * BigInt(oneUnit), BigInt(quantity));
}

function divideRounded(dividend: bigint, divisor: bigint): number {
  const negative = dividend < 0n !== divisor < 0n;
  const size = dividend < 0n ? -dividend : dividend;
  const by = divisor < 0n ? -divisor : divisor;
  const rounded = (size * 2n + by) / (by * 2n);
  return Number(negative ? -rounded : rounded);
}
