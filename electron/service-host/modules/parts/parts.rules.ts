import type { InputIssue } from '#shared/contract/refusals.ts';
import { formatQuantity, type Quantity } from '#shared/domain/quantities.ts';

/** What is wrong with the levels of a part: a maximum, where there is one, is not below the minimum. */
export function faultsOfLevels(levels: {
  readonly minimumQuantity: Quantity;
  readonly maximumQuantity: Quantity;
}): readonly InputIssue[] {
  const { minimumQuantity, maximumQuantity } = levels;
  if (maximumQuantity === 0 || maximumQuantity >= minimumQuantity) return [];
  return [{ path: 'maximumQuantity', code: 'tooSmall', limit: formatQuantity(minimumQuantity) }];
}

/** What is wrong with the substitutes of a part: none is the part itself, none is named twice. */
export function faultsOfSubstitutes(partId: string, substituteIds: readonly string[]): readonly InputIssue[] {
  return substituteIds.flatMap((id, index) =>
    id === partId || substituteIds.indexOf(id) !== index
      ? [{ path: `substituteIds.${index}`, code: 'choice' }]
      : [],
  );
}

/** Consumption a month in whole thousandths; nothing where more came back than went out. */
export function monthlyAverage(quantity: Quantity, months: number): Quantity {
  return Math.max(0, Math.round(quantity / months));
}
