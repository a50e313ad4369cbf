import type { Card } from './card.ts';

const may = { 'people.edit': ['admin'] } as const;

/** Somebody who works in the office (人员). */
export const personCard = { path: '/settings/people', may } as const satisfies Card<never, keyof typeof may>;
