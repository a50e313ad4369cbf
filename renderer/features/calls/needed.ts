import type { Outcome } from './contact-draft.ts';

/** A field without which a contact cannot become what was decided. */
export type Needed = 'customerId' | 'summary';

interface Known {
  readonly isCustomerKnown: boolean;
  readonly summary: string;
}

/** What is still missing, in the order of the fields; a case is somebody's, and about something. */
export function neededFor(outcome: Outcome['kind'], { isCustomerKnown, summary }: Known): readonly Needed[] {
  const opensCase = outcome === 'openCase';
  return [
    ...(opensCase && !isCustomerKnown ? (['customerId'] as const) : []),
    ...(opensCase && summary.trim() === '' ? (['summary'] as const) : []),
  ];
}
