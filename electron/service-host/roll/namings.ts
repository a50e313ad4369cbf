import type { Naming } from '../desks/noun.ts';
import { searchKinds, type SearchKind } from '#shared/nouns/index.ts';
import { nouns } from './nouns.ts';

/** How the entry of each kind of record that is found follows the names of others. */
export const namings: ReadonlyMap<SearchKind, Naming | 'namesNobody'> = new Map(
  searchKinds.map((kind) => [kind, nouns[kind].naming]),
);
