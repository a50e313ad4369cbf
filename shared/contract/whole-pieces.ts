import { fitsUnit, type Quantity } from '../domain/quantities.ts';
import { refuse } from './refusals.ts';

/** Refuses lines that break a piece, each at its quantity. `parts` tell in what each part is counted. */
export function refuseBrokenPieces(
  lines: readonly { readonly partId: string; readonly quantity: Quantity }[],
  parts: ReadonlyMap<string, { readonly unitOfMeasure: string }>,
): void {
  const issues = lines.flatMap(({ partId, quantity }, index) => {
    const limit = parts.get(partId)?.unitOfMeasure;
    return limit === undefined || fitsUnit(quantity, limit)
      ? []
      : [{ path: `lines.${index}.quantity`, code: 'wholePieces', limit }];
  });
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
}

/** Refuses a part of a piece at the quantity of a line; `open` is what is left, which may end as it began. */
export function refuseBrokenPiece(
  { quantity, unitOfMeasure, open }: { quantity: Quantity; unitOfMeasure: string; open: Quantity },
  path: string,
): void {
  if (quantity === open || fitsUnit(quantity, unitOfMeasure)) return;
  refuse('INVALID_INPUT', { issues: [{ path, code: 'wholePieces', limit: unitOfMeasure }] });
}
