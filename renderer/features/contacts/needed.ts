import type { Outcome } from './contact-draft.ts';
import { newUnitName } from './new-unit.ts';
import type { NewUnit } from './new-unit.ts';

/** A field without which a contact cannot become what was decided. */
export type Needed = 'customerId' | 'newUnit.productId' | 'newUnit.plate' | 'summary';

interface Known {
  readonly isCustomerKnown: boolean;
  readonly newUnit: NewUnit | null;
  readonly summary: string;
}

/**
 * What is still missing, in the order of the fields. A case is somebody's, and about something; a new unit is somebody's,
 * which may be that of the case joined, and has a model and a name.
 */
export function neededFor(
  outcome: Outcome['kind'],
  { isCustomerKnown, newUnit, summary }: Known,
): readonly Needed[] {
  const opensCase = outcome === 'openCase';
  const isCustomerNeeded = opensCase || (newUnit !== null && outcome !== 'joinCase');
  const missing: Readonly<Record<Needed, boolean>> = {
    customerId: isCustomerNeeded && !isCustomerKnown,
    'newUnit.productId': newUnit?.productId === null,
    'newUnit.plate': newUnit !== null && newUnitName(newUnit) === '',
    summary: opensCase && summary.trim() === '',
  };
  return order.filter((name) => missing[name]);
}

const order: readonly Needed[] = ['customerId', 'newUnit.productId', 'newUnit.plate', 'summary'];
