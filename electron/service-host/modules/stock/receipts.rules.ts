import { Refusal, type InputIssue } from '#shared/contract/refusals.ts';
import { addDays, monthOf, type Day } from '#shared/domain/days.ts';
import { amountOf, formatMoney, largestAmountFen, type Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { AccountKind, ReceiptPurpose } from '#shared/domain/states.ts';
import type { WellKnownKind } from './stock.presets.ts';

/** The days something may be posted on: not in the future, not before this month, at most so many days back. */
export function openDays(
  today: Day,
  backdateDays: number,
): { readonly fromDay: Day; readonly untilDay: Day } {
  const earliest = addDays(today, -backdateDays);
  const monthStart = `${monthOf(today)}-01`;
  return { fromDay: earliest < monthStart ? monthStart : earliest, untilDay: today };
}

interface ReceiptFacts {
  readonly day: Day;
  readonly lineCount: number;
  readonly specificationChecked: boolean;
  readonly quantityChecked: boolean;
  readonly qualityChecked: boolean;
}

/** Why a draft of a receipt cannot be posted; undefined when it can. */
export function whyNotPosted(
  receipt: ReceiptFacts,
  open: { readonly fromDay: Day; readonly untilDay: Day },
): Refusal | undefined {
  if (receipt.lineCount === 0) return new Refusal('NO_LINES', {});
  if (!receipt.specificationChecked || !receipt.quantityChecked || !receipt.qualityChecked)
    return new Refusal('CHECKS_MISSING', {});
  if (receipt.day < open.fromDay || receipt.day > open.untilDay) return new Refusal('DAY_NOT_OPEN', open);
  return undefined;
}

/** The account outside the house that received goods come from. */
export function sourceOf(purpose: ReceiptPurpose): WellKnownKind {
  const sources = {
    purchase: 'supplier',
    reimbursedReplacement: 'otherSource',
    opening: 'opening',
    other: 'otherSource',
  } as const;
  return sources[purpose];
}

/** Where goods of this purpose can be put: into bins; what is there at the opening may be in anybody's hands. */
export function mayReceive(purpose: ReceiptPurpose, kind: AccountKind): boolean {
  return kind === 'bin' || (purpose === 'opening' && (kind === 'technician' || kind === 'station'));
}

interface Priced {
  readonly quantity: Quantity;
  readonly unitPriceFen: Fen;
}

/** What is wrong with the prices of lines: no line is worth more than a line may carry. */
export function faultsOfAmounts(lines: readonly Priced[]): readonly InputIssue[] {
  return lines.flatMap(({ quantity, unitPriceFen }, index) =>
    // An amount that is too large for whole numbers is far beyond the bound too.
    amountOf(unitPriceFen, quantity) > largestAmountFen
      ? [{ path: `lines.${index}.unitPriceFen`, code: 'tooLarge', limit: formatMoney(largestAmountFen) }]
      : [],
  );
}
