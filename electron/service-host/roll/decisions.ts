import { decisionsTold } from '#shared/domain/decision-kinds.ts';
import type { Deciders, Decisions } from '../desks/decisions/decision.ts';
import { decidingFacts } from '../modules/people/deciding.queries.ts';
import { neededSigners } from '../modules/settings/signing.queries.ts';
import { nouns } from './nouns.ts';
import { partsOf } from './parts-of.ts';

/** Every decision of the house, by its name. */
// The page of a noun has a decision for each name on its card, or does not compile.
export const decisions = partsOf(nouns, 'decisions') as unknown as Decisions;

/** What the desk of decisions asks of the people and of the rules of the firm. */
export const deciders: Deciders = {
  facts: (tx, kind, concerned) => decidingFacts(tx, decisionsTold[kind].may, concerned),
  needed: neededSigners,
};
