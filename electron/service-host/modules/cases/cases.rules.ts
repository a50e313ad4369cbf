import { caseEventKinds } from '#shared/domain/case-events.ts';
import { moveNeedsReason, movesFrom, workingStates } from '#shared/domain/case-moves.ts';
import { caseStates, type CaseState } from '#shared/nouns/case.card.ts';

/** What stands against putting a case away. */
export interface Unfinished {
  /** Requisitions that are submitted, approved or issued, and not cleared. */
  readonly requisitions: readonly string[];
  /** Service reports that are not signed yet. */
  readonly reports: readonly string[];
  /** Old parts that have not come back. */
  readonly oldParts: readonly string[];
  /** Requisitions whose parts were installed or lost, and so cannot be made undone. */
  readonly used: readonly string[];
}

/** The kinds of document that can hold a case up. */
export type UnfinishedDocument = 'requisition' | 'report' | 'oldPart';

/** What is decided on a move that a person asks for. */
export type MoveVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'wrongState' }
  | { readonly kind: 'reasonRequired' }
  | { readonly kind: 'unfinished'; readonly document: UnfinishedDocument; readonly number: string };

/** Decides on a move that a person asks for. */
export function judgeMove(
  from: CaseState,
  to: CaseState,
  reason: string,
  unfinished: Unfinished,
): MoveVerdict {
  if (!movesFrom(from).includes(to)) return { kind: 'wrongState' };
  if (moveNeedsReason(from, to) && reason === '') return { kind: 'reasonRequired' };
  if (to === 'void')
    return (
      heldUp('requisition', unfinished.requisitions) ??
      heldUp('requisition', unfinished.used) ?? { kind: 'allowed' }
    );
  if (to !== 'closed') return { kind: 'allowed' };
  return (
    heldUp('requisition', unfinished.requisitions) ??
    heldUp('report', unfinished.reports) ??
    heldUp('oldPart', unfinished.oldParts) ?? { kind: 'allowed' }
  );
}

/** Whether another document may carry the case on by itself; never back from solved, closed or void. */
export function marksForward(from: CaseState, to: CaseState): boolean {
  if (!workingStates.includes(from) || from === to) return false;
  const progress = caseStates.indexOf(to);
  // Waiting for parts and being served follow each other in any order; the states before them only lead on.
  if (workingStates.includes(to)) return to === 'inService' || progress > caseStates.indexOf(from);
  return to === 'resolved';
}

/** The moments a case keeps of its end, after a move at `now`. */
export function endsAfterMove(
  to: CaseState,
  before: { readonly resolvedAt: number | null },
  now: number,
): { readonly resolvedAt: number | null; readonly closedAt: number | null } {
  if (workingStates.includes(to)) return { resolvedAt: null, closedAt: null };
  const resolvedAt = to === 'void' ? before.resolvedAt : (before.resolvedAt ?? now);
  return { resolvedAt, closedAt: to === 'closed' || to === 'void' ? now : null };
}

/** Events as the page tells them, newest first; those of one moment in the order in which one led to the other. */
export function newestFirst<Event extends { readonly at: number; readonly kind: string }>(
  events: readonly Event[],
): Event[] {
  const rank: (kind: string) => number = (kind) => caseEventKinds.findIndex((known) => known === kind);
  return events.toSorted((one, other) => other.at - one.at || rank(other.kind) - rank(one.kind));
}

function heldUp(document: UnfinishedDocument, numbers: readonly string[]): MoveVerdict | undefined {
  const [number] = numbers;
  return number === undefined ? undefined : { kind: 'unfinished', document, number };
}
