import { cards, owingKinds, type Kind } from '../nouns/index.ts';

type DutiesOf<One> = One extends { readonly duties: readonly (infer Name extends string)[] } ? Name : never;
/** What the records of a noun can owe by a moment. */
export type DutyOf<Name extends Kind> = DutiesOf<(typeof cards)[Name]>;
/** What somebody can owe by a moment. The words stand in the books. */
export type DutyKind = DutyOf<Kind>;
export const dutyKinds: readonly DutyKind[] = owingKinds.flatMap((kind) => [...cards[kind].duties]);

/**
 * How a duty ends: done in time, done too late, waived by a leader with a reason, or lapsed, because its record was voided or
 * withdrawn and nothing is owed any more. Only met and missed count for timeliness.
 */
export const dutyOutcomes = ['open', 'met', 'missed', 'waived', 'lapsed'] as const;
export type DutyOutcome = (typeof dutyOutcomes)[number];

/** What a list of duties shows: the open ones, the late of them, or those that ended in one way. */
export const dutyStates = ['open', 'late', 'met', 'missed', 'waived', 'lapsed'] as const;
export type DutyState = (typeof dutyStates)[number];

/** Whose duties: those a person must see to, those of everybody who may do the same, or all. */
export const dutyScopes = ['mine', 'team', 'all'] as const;
export type DutyScope = (typeof dutyScopes)[number];
