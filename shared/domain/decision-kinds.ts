import type { Kind, Permission } from '../nouns/index.ts';

/** What may be said of a decision. */
export const decisionVerdicts = ['approve', 'reject', 'sendBack'] as const;
export type DecisionVerdict = (typeof decisionVerdicts)[number];

/** What stands out in a row of the inbox, for the eye of whoever decides. */
export const decisionWarnings = [
  'notCovered',
  'undecidedCover',
  'overLimit',
  'replacedEarlier',
  'stockShort',
  'overdue',
  'dissatisfied',
] as const;
export type DecisionWarning = (typeof decisionWarnings)[number];

interface DecisionTold {
  /** The noun whose record shows the matter and its signatures. */
  readonly of: Kind;
  readonly may: Permission;
  /** Whether the matter has an amount, from which a rule of the firm can ask for more signers. */
  readonly hasAmount: boolean;
}

/** Every decision of the house. Its name stands in the books and never changes. */
export const decisionsTold = {
  'requisition.approve': { of: 'requisition', may: 'requisitions.approve', hasAmount: true },
  'requisition.allowOverLimit': { of: 'requisition', may: 'requisitions.allow', hasAmount: true },
  'report.approve': { of: 'report', may: 'reports.approve', hasAmount: true },
  'supplement.approve': { of: 'report', may: 'reports.approve', hasAmount: false },
  'oldPart.waive': { of: 'oldPart', may: 'oldParts.waive', hasAmount: false },
} as const satisfies Readonly<Record<string, DecisionTold>>;

export type DecisionKind = keyof typeof decisionsTold;
export const decisionKinds: readonly DecisionKind[] = [
  'requisition.approve',
  'requisition.allowOverLimit',
  'report.approve',
  'supplement.approve',
  'oldPart.waive',
];

/** A rule of the firm: how many must sign a decision, or who and in which order, from an amount on. */
export interface SigningRule {
  readonly decision: DecisionKind;
  readonly fromFen: number;
  /** How many sign; where people are named, they are as many. */
  readonly signers: number;
  /** Who signs, one after the other; empty where any so many of those with the right do. */
  readonly inOrder: readonly string[];
}
