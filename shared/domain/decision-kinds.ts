import type { CardDecision } from '../nouns/card.ts';
import { cards, decidedKinds, type Kind, type Permission } from '../nouns/index.ts';

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

type DecisionsOf<One> = One extends { readonly decisions: infer Told } ? Extract<keyof Told, string> : never;
/** The decisions on the records of a noun. */
export type DecisionOf<Name extends Kind> = DecisionsOf<(typeof cards)[Name]>;
/** Every decision of the house. Its name stands in the books and never changes. */
export type DecisionKind = DecisionOf<Kind>;

interface DecisionTold extends CardDecision<Permission> {
  /** The noun whose record shows the matter and its signatures. */
  readonly of: Kind;
}

const told = decidedKinds.flatMap((of) => {
  const decisions: Readonly<Record<string, CardDecision<Permission>>> = cards[of].decisions;
  return Object.entries(decisions).map(([name, decision]) => [name, { of, ...decision }] as const);
});

/** The decisions on the cards, each with its noun. */
// The type takes its names from the same cards.
export const decisionsTold = Object.fromEntries(told) as Readonly<Record<DecisionKind, DecisionTold>>;
// The type takes its names from the same cards.
export const decisionKinds = told.map(([name]) => name) as readonly DecisionKind[];

/** A rule of the firm: how many must sign a decision, or who and in which order, from an amount on. */
export interface SigningRule {
  readonly decision: DecisionKind;
  readonly fromFen: number;
  /** How many sign; where people are named, they are as many. */
  readonly signers: number;
  /** Who signs, one after the other; empty where any so many of those with the right do. */
  readonly inOrder: readonly string[];
}
