import { oldPartsList } from './old-parts.list.ts';

/** Every list that is told once. */
export const lists = [oldPartsList] as const;
