import type { RefusalCode } from '#shared/contract/refusals.ts';
import { assertNever } from '#shared/domain/assert.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { Verdict } from '#shared/domain/states.ts';
import type { RequisitionState } from '#shared/nouns/requisition.card.ts';
import { beginsFrom } from '#shared/nouns/index.ts';
import { decidingRefusal, type DecidingFacts } from '../../desks/decisions/deciding.rules.ts';

/** Who wants to decide on a requisition, whose it is, and where it stands. */
export interface DecisionFacts extends DecidingFacts {
  readonly state: RequisitionState;
}

/**
 * Why the actor may not decide on a requisition, or undefined when they may. Nobody decides on their own, on no path: not
 * as the writer, not as the holder, and not as the deputy of one of them; somebody unknown decides on nothing.
 */
export function decisionRefusal(facts: DecisionFacts): RefusalCode | undefined {
  if (!beginsFrom('requisition', 'approve', facts.state)) return 'WRONG_STATE';
  const refusal = decidingRefusal(facts);
  switch (refusal) {
    case undefined:
      return undefined;
    case 'unknown':
      return 'NOT_SIGNED_IN';
    case 'own':
      return 'OWN_REQUISITION';
    case 'noRight':
      return 'NOT_PERMITTED';
    default:
      return assertNever(refusal);
  }
}

/** What a technician or station holds that nobody has accounted for. */
export interface HolderFacts {
  readonly unclearedFen: Fen;
  readonly oldestDays: number;
  readonly limitFen: Fen;
  readonly limitDays: number;
}

/** Whether too much, or something too old, is uncleared for anything new to be issued. */
export function isOverLimit(holder: HolderFacts): boolean {
  return holder.unclearedFen > holder.limitFen || holder.oldestDays > holder.limitDays;
}

interface LineProgress {
  readonly quantity: Quantity;
  readonly issuedQuantity: Quantity;
  readonly clearedQuantity: Quantity;
}

/** Where a requisition stands once it is approved: follows from its lines alone. */
export function stateOfLines(lines: readonly LineProgress[], restClosed: boolean): RequisitionState {
  const issued = lines.some((line) => line.issuedQuantity > 0);
  const all = restClosed || lines.every((line) => line.issuedQuantity === line.quantity);
  const cleared = lines.every((line) => line.clearedQuantity === line.issuedQuantity);
  if (!issued) return restClosed ? 'cleared' : 'approved';
  if (!all) return 'partlyIssued';
  return cleared ? 'cleared' : 'issued';
}

/** A drawn line with what is still due of its old parts. */
export interface DrawnFacts {
  readonly quantity: Quantity;
  readonly clearedQuantity: Quantity;
  readonly dueQuantity: Quantity;
}

/**
 * Whether old parts are missing for `quantity` to be cleared as installed. What stays open after that may still be due;
 * anything beyond it belongs to what is being cleared.
 */
export function oldPartsMissing(drawn: DrawnFacts, quantity: Quantity): boolean {
  return drawn.dueQuantity > drawn.quantity - drawn.clearedQuantity - quantity;
}

const severity: readonly Verdict[] = ['covered', 'undecided', 'notCovered'];

/** The verdict a leader should look at first: the worst of the lines; null without any. */
export function worstVerdict(found: readonly (Verdict | null)[]): Verdict | null {
  const known = found.filter((verdict) => verdict !== null);
  return known.toSorted((one, other) => severity.indexOf(other) - severity.indexOf(one))[0] ?? null;
}
