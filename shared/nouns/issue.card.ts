import type { Card } from './card.ts';

/** Parts handed out on a requisition (发料单); done by an act of the requisition. */
export const issueCard = { prefix: 'CK', may: {} } as const satisfies Card<never, never>;
