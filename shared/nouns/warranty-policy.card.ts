import type { Card } from './card.ts';

/** What is covered how long (三包规定); its permissions stand with the judgement. */
export const warrantyPolicyCard = { path: '/settings/policies', may: {} } as const satisfies Card<
  never,
  never
>;
