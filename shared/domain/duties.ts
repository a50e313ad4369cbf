/** What somebody can owe by a moment. The words stand in the books. */
export const dutyKinds = [
  'oldPartDue',
  'promisedCall',
  'reportNotBack',
  'partsUncleared',
  'requisitionDecision',
  'reportDecision',
  'supplementDecision',
  'warrantyCard',
  'customerFile',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

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
