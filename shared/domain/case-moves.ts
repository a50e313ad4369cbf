import { assertNever } from './assert.ts';
import type { CaseState } from '../nouns/case.card.ts';

/** States in which somebody still has to do something for the customer. */
export const workingStates: readonly CaseState[] = [
  'registered',
  'toBeClarified',
  'assigned',
  'contacted',
  'inService',
  'awaitingParts',
  'awaitingCustomer',
];

/** States of a case that is not put away: worked on, or solved and not yet closed. */
export const openStates: readonly CaseState[] = [...workingStates, 'resolved', 'confirmed'];

/** The states a person may move a case to, in the order in which they are offered. */
export function movesFrom(state: CaseState): readonly CaseState[] {
  switch (state) {
    case 'registered':
    case 'toBeClarified':
    case 'assigned':
    case 'contacted':
    case 'inService':
    case 'awaitingParts':
    case 'awaitingCustomer':
      return [...workingStates.filter((to) => to !== state && to !== 'registered'), 'resolved', 'void'];
    case 'resolved':
      return ['confirmed', 'closed', 'inService'];
    case 'confirmed':
      return ['closed', 'inService'];
    case 'closed':
      return ['inService'];
    case 'void':
      return [];
    default:
      return assertNever(state);
  }
}

/** Whether the move needs words: taking a case out of the books, and opening one again that was solved. */
export function moveNeedsReason(from: CaseState, to: CaseState): boolean {
  return to === 'void' || (!workingStates.includes(from) && workingStates.includes(to));
}
