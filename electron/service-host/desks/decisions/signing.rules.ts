import type { SigningRule } from '#shared/domain/decision-kinds.ts';
import { decidesFor, type DecidingFacts } from './deciding.rules.ts';

/** Who must sign a decision: so many, or these one after the other. */
export interface NeededSigners {
  readonly count: number;
  readonly inOrder: readonly string[];
}

/** A signature that counts for what is shown now. */
export interface CountedSignature {
  readonly personId: string;
  readonly inPlaceOf: readonly string[];
}

/** Why somebody who may decide may not sign now: they signed already, or it is the turn of another. */
export type SigningRefusal =
  | { readonly because: 'alreadySigned' }
  | { readonly because: 'notYourTurn'; readonly next: string };

/** What a signature would be: in whose place, and whether it is the last that is needed. */
export interface Signing {
  readonly inPlaceOf: readonly string[];
  readonly isLast: boolean;
}

/** Whether somebody counts as having signed: they did, or another did in their place. */
const hasSigned = (signatures: readonly CountedSignature[], personId: string) =>
  signatures.some((one) => one.personId === personId || one.inPlaceOf[0] === personId);

/** Whose turn it is where people sign in an order; undefined where anybody may, or where all have signed. */
export function nextInOrder(
  needed: NeededSigners,
  signatures: readonly CountedSignature[],
): string | undefined {
  return needed.inOrder.find((person) => !hasSigned(signatures, person));
}

/**
 * What the signature of an actor who may decide would be, or why they may not sign now. Nobody signs twice, in whoever's
 * place; and a person in whose place another has signed has signed.
 */
export function signingOf(
  needed: NeededSigners,
  signatures: readonly CountedSignature[],
  by: DecidingFacts,
): Signing | SigningRefusal {
  const actorId = by.actorId ?? '';
  if (hasSigned(signatures, actorId)) return { because: 'alreadySigned' };
  const isLast = signatures.length + 1 >= Math.max(needed.count, needed.inOrder.length);
  const next = nextInOrder(needed, signatures);
  if (next !== undefined) {
    if (next === actorId) return { inPlaceOf: [], isLast };
    return by.deputyFor.includes(next) ? { inPlaceOf: [next], isLast } : { because: 'notYourTurn', next };
  }
  if (by.ownRight) return { inPlaceOf: [], isLast };
  const free = decidesFor(by).filter((person) => !hasSigned(signatures, person));
  return free.length === 0 ? { because: 'alreadySigned' } : { inPlaceOf: free, isLast };
}

/** What is to be decided, as a rule of the firm looks at it. */
export interface Matter {
  readonly amountFen: number | null;
  readonly concerned: readonly (string | null)[];
}

/**
 * Who must sign, by the rule of the firm with the highest amount that the matter reaches; one without a rule. Of the people
 * named in order, those are passed over whom it concerns, or who lack the right: nothing waits for a signature that cannot come.
 */
export function neededOf(
  rules: readonly SigningRule[],
  able: ReadonlySet<string>,
  { amountFen, concerned }: Matter,
): NeededSigners {
  const [rule] = rules
    .filter(({ fromFen }) => fromFen <= (amountFen ?? 0))
    .toSorted((one, other) => other.fromFen - one.fromFen);
  if (rule === undefined) return { count: 1, inOrder: [] };
  if (rule.inOrder.length === 0) return { count: rule.signers, inOrder: [] };
  const inOrder = rule.inOrder.filter((person) => able.has(person) && !concerned.includes(person));
  return { count: Math.max(1, inOrder.length), inOrder };
}

/** Where a signature stands: its decision was made by it, it waits for others, or a later change took its worth. */
export type SignatureStanding = 'concluded' | 'counted' | 'void';

/** Where a signature stands beside the others under the same decision, and the version that the subject has now. */
export function standingOf(
  signature: { readonly version: number; readonly concluded: boolean },
  others: readonly { readonly version: number; readonly concluded: boolean }[],
  versionNow: number,
): SignatureStanding {
  const isOfAnEnd = others.some((other) => other.concluded && other.version === signature.version);
  if (signature.concluded || isOfAnEnd) return 'concluded';
  return signature.version === versionNow ? 'counted' : 'void';
}
