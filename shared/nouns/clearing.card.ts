import type { Card } from './card.ts';

/** What was drawn is accounted for (销账); done by an act of the requisition. */
export const clearingCard = { prefix: 'XZ', may: {} } as const satisfies Card<never, never>;
