import type { Card } from './card.ts';

const may = { 'settings.edit': ['admin'] } as const;

/** A group of values that the firm chooses (设置). */
export const settingCard = { attachable: true, may } as const satisfies Card<never, keyof typeof may>;
