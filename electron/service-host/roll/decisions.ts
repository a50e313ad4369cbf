import type { Decisions } from '../desks/decisions/decision.ts';
import { nouns } from './nouns.ts';
import { partsOf } from './parts-of.ts';

/** Every decision of the house, by its name. */
// The page of a noun has a decision for each name on its card, or does not compile.
export const decisions = partsOf(nouns, 'decisions') as unknown as Decisions;
