import type { Card } from './card.ts';

/** What its holders may do (角色); the permission to change it stands with the person. */
export const roleCard = { path: '/settings/roles', may: {} } as const satisfies Card<never, never>;
