import { customersList } from './customers.list.ts';
import { oldPartsList } from './old-parts.list.ts';
import { partsList } from './parts.list.ts';
import { unitsList } from './units.list.ts';

/** Every list that is told once. */
export const lists = [customersList, oldPartsList, partsList, unitsList] as const;
