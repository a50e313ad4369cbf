import type { Card } from './card.ts';

/** The counter-document of a mistake (红冲单); done by an act of the document that it takes back. */
export const reversalCard = { prefix: 'HC', may: {} } as const satisfies Card<never, never>;
