import type { RefusalCode } from '#shared/contract/refusals.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { RequisitionState, Verdict } from '#shared/domain/states.ts';

/** Who wants to decide on a requisition, and whose it is. */
export interface DecisionFacts {
  readonly state: RequisitionState;
  readonly actorId: string | null;
  /** Whether the actor may approve by a role of their own. */
  readonly ownRight: boolean;
  /** Whom the actor stands in for today. */
  readonly deputyFor: readonly string[];
  /** Everybody the requisition belongs to: who wrote it, who submitted it, who will hold the parts. */
  readonly concerned: readonly (string | null)[];
}

/**
 * Why the actor may not decide, or undefined when they may. Nobody decides on their own, on no path: not as the writer,
 * not as the holder, and not as the deputy of one of them; somebody unknown decides on nothing.
 */
export function decisionRefusal(facts: DecisionFacts): RefusalCode | undefined {
  if (facts.state !== 'submitted') return 'WRONG_STATE';
  if (facts.actorId === null) return 'NOT_SIGNED_IN';
  if (facts.concerned.includes(facts.actorId)) return 'OWN_REQUISITION';
  if (facts.ownRight) return undefined;
  return facts.deputyFor.some((person) => !facts.concerned.includes(person)) ? undefined : 'OWN_REQUISITION';
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

const severity: readonly Verdict[] = ['covered', 'undecided', 'notCovered'];

/** The verdict a leader should look at first: the worst of the lines; null without any. */
export function worstVerdict(found: readonly (Verdict | null)[]): Verdict | null {
  const known = found.filter((verdict) => verdict !== null);
  return known.toSorted((one, other) => severity.indexOf(other) - severity.indexOf(one))[0] ?? null;
}
