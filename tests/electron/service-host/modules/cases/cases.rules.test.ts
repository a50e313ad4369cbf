import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movesFrom, openStates, workingStates } from '#shared/domain/case-moves.ts';
import { caseStates, type CaseState } from '#shared/nouns/case.card.ts';
import {
  endOfMove,
  endsAfterMove,
  judgeMove,
  marksForward,
  newestFirst,
} from '#host/modules/cases/cases.rules.ts';

/** from | to | reason | verdict */
const moves = `
registered     | assigned         |       | allowed
registered     | toBeClarified    |       | allowed
registered     | resolved         |       | allowed
registered     | confirmed        |       | wrongState
registered     | closed           |       | wrongState
registered     | registered       |       | wrongState
assigned       | registered       |       | wrongState
awaitingParts  | inService        |       | allowed
awaitingParts  | contacted        |       | allowed
inService      | void             |       | reasonRequired
inService      | void             | twice | allowed
resolved       | confirmed        |       | allowed
resolved       | closed           |       | allowed
resolved       | void             | twice | wrongState
resolved       | inService        |       | reasonRequired
resolved       | inService        | again | allowed
confirmed      | closed           |       | allowed
confirmed      | resolved         |       | wrongState
closed         | inService        | again | allowed
closed         | inService        |       | reasonRequired
closed         | closed           |       | wrongState
void           | inService        | again | wrongState
`;

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('moves of a case', () => {
  test.each(rowsOf(moves))('%s → %s (%s): %s', (from, to, reason, verdict) => {
    expect(judgeMove(from as CaseState, to as CaseState, reason ?? '', undefined).kind).toBe(verdict);
  });

  test('an end waits for the document that stands against it, and a wrong move is told first', () => {
    const unfinished = { number: 'LL1', why: 'open' } as const;
    expect(judgeMove('resolved', 'closed', '', unfinished)).toEqual({ kind: 'unfinished', unfinished });
    expect(judgeMove('inService', 'void', 'twice', unfinished)).toEqual({ kind: 'unfinished', unfinished });
    expect(judgeMove('inService', 'void', '', unfinished).kind).toBe('reasonRequired');
    expect(judgeMove('registered', 'closed', '', unfinished).kind).toBe('wrongState');
  });

  test('documents are asked about its two ends alone', () => {
    expect(caseStates.filter((state) => endOfMove(state) !== undefined)).toEqual(['closed', 'void']);
  });

  test('every open case can be brought to its end, and nothing leaves void', () => {
    for (const from of openStates) {
      const seen = new Set<CaseState>([from]);
      for (const state of seen) for (const to of movesFrom(state)) seen.add(to);
      expect(seen.has('closed'), from).toBe(true);
    }
    expect(movesFrom('void')).toEqual([]);
  });

  test('documents never carry a case back from its end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...caseStates), fc.constantFrom(...caseStates), (from, to) => {
        if (!marksForward(from, to)) return true;
        return workingStates.includes(from) && (workingStates.includes(to) || to === 'resolved');
      }),
    );
    expect(marksForward('registered', 'awaitingParts')).toBe(true);
    expect(marksForward('awaitingParts', 'inService')).toBe(true);
    expect(marksForward('inService', 'assigned')).toBe(false);
    expect(marksForward('inService', 'resolved')).toBe(true);
  });

  test.each([
    ['resolved', null, { resolvedAt: 9, closedAt: null }],
    ['confirmed', 5, { resolvedAt: 5, closedAt: null }],
    ['closed', 5, { resolvedAt: 5, closedAt: 9 }],
    ['void', null, { resolvedAt: null, closedAt: 9 }],
    ['inService', 5, { resolvedAt: null, closedAt: null }],
  ] as const)('a move to %s keeps its moments', (to, resolvedAt, kept) => {
    expect(endsAfterMove(to, { resolvedAt }, 9)).toEqual(kept);
  });
});

test('events of one moment are told in the order in which one led to the other', () => {
  const told = newestFirst([
    { at: 1, kind: 'state' },
    { at: 1, kind: 'registered' },
    { at: 2, kind: 'contact' },
    { at: 1, kind: 'contact' },
  ]);
  expect(told.map(({ at, kind }) => `${at} ${kind}`)).toEqual([
    '2 contact',
    '1 state',
    '1 contact',
    '1 registered',
  ]);
});
