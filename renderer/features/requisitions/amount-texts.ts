import { amountOf, formatMoney, type Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { Text } from '../../app/text.ts';

interface Priced {
  readonly unitPriceFen: Fen;
  readonly quantity: Quantity | null;
}

/** What a line comes to; a part without a price has no amount, and not one of nought. */
export function lineAmountText({ unitPriceFen, quantity }: Priced, t: Text): string {
  return unitPriceFen === 0 ? t('requisitions.noPrice') : formatMoney(amountOf(unitPriceFen, quantity ?? 0));
}

/** What all lines come to; it says how many have no price. */
export function totalText(amountFen: Fen, unpricedCount: number, t: Text): string {
  if (unpricedCount === 0) return formatMoney(amountFen);
  if (amountFen === 0) return t('requisitions.noPrice');
  return t('requisitions.amountIncomplete', { amountFen, unpricedCount });
}

/** How many lines have no price. */
export function unpricedIn(lines: readonly Priced[]): number {
  return lines.filter(({ unitPriceFen }) => unitPriceFen === 0).length;
}
