import { shareOfValue, type Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';

/** What an account holds of a part. */
export interface Balance {
  readonly quantity: Quantity;
  readonly valueFen: Fen;
}

/** Nothing, as every account holds it of every part at first. */
export const emptyBalance: Balance = { quantity: 0, valueFen: 0 };

/**
 * What `quantity` taken out of an inside account is worth: its share of the value there, all of it when all goes
 * (moving weighted average, exact to the fen). Undefined when there is not enough.
 */
export function valueTaken(balance: Balance, quantity: Quantity): Fen | undefined {
  return quantity > balance.quantity ? undefined : shareOfValue(balance.valueFen, quantity, balance.quantity);
}

/**
 * What a reversal takes back: exactly what was posted, as long as the account can give that and keep a sound balance;
 * its share of the value otherwise, when issues at another average have come between. Undefined when there is not enough.
 */
export function valueTakenBack(balance: Balance, quantity: Quantity, postedValueFen: Fen): Fen | undefined {
  const share = valueTaken(balance, quantity);
  if (share === undefined) return undefined;
  const left = { quantity: balance.quantity - quantity, valueFen: balance.valueFen - postedValueFen };
  const sound = left.quantity === 0 ? left.valueFen === 0 : left.valueFen >= 0;
  return sound ? postedValueFen : share;
}
