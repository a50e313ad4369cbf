import type { Papers } from '../desks/papers/paper.ts';
import { partsOf } from './parts-of.ts';
import { nouns } from './nouns.ts';

/** Every paper of the house, by its kind. */
// The page of a noun has a paper for each kind on its card, or does not compile.
export const papers = partsOf(nouns, 'papers') as unknown as Papers;
