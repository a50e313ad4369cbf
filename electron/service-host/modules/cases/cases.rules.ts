import { caseEventKinds } from '#shared/domain/case-events.ts';
import { moveNeedsReason, movesFrom, workingStates } from '#shared/domain/case-moves.ts';
import { caseStates, type CaseState } from '#shared/nouns/case.card.ts';
import type { CaseEnd, Unfinished } from '../relations/case-documents.rules.ts';

/** What is decided on a move that a person asks for. */
export type MoveVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'wrongState' }
  | { readonly kind: 'reasonRequired' }
  | { readonly kind: 'unfinished'; readonly unfinished: Unfinished };

/** The end that a move brings a case to, which its documents may stand against. */
export function endOfMove(to: CaseState): CaseEnd | undefined {
  return to === 'closed' || to === 'void' ? to : undefined;
}

/** Decides on a move that a person asks for; `unfinished` is the document that stands against its end. */
export function judgeMove(
  from: CaseState,
  to: CaseState,
  reason: string,
  unfinished: Unfinished | undefined,
): MoveVerdict {
  if (!movesFrom(from).includes(to)) return { kind: 'wrongState' };
  if (moveNeedsReason(from, to) && reason === '') return { kind: 'reasonRequired' };
  return unfinished ? { kind: 'unfinished', unfinished } : { kind: 'allowed' };
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
