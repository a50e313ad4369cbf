import { describe, expect, test } from 'vitest';
import type { Verdict } from '#shared/domain/states.ts';
import type { RequisitionState } from '#shared/nouns/requisition.card.ts';
import {
  decisionRefusal,
  isOverLimit,
  oldPartsMissing,
  stateOfLines,
  worstVerdict,
} from '#host/modules/requisitions/requisitions.rules.ts';

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
const listOf = (cell = '') => cell.split(' ').filter((word) => word !== '');

/** state | who acts | holds the right | stands in for | whose it is | refusal */
const decisions = `
submitted | chief | own  |              | tech clerk   | -
submitted | chief | own  | tech         | tech clerk   | -
submitted | chief | own  |              | tech chief   | OWN_REQUISITION
submitted | chief | own  | boss         | chief        | OWN_REQUISITION
submitted | tech  | lent | chief        | tech clerk   | OWN_REQUISITION
submitted | clerk | lent | chief        | tech         | -
submitted | clerk | lent | chief        | tech chief   | OWN_REQUISITION
submitted | clerk | lent | chief boss   | tech chief   | -
submitted | clerk | lent | chief boss   | chief boss   | OWN_REQUISITION
submitted | clerk | lent |              | tech         | NOT_PERMITTED
submitted | tech  | lent |              | tech         | NOT_PERMITTED
submitted | -     | own  |              | tech         | NOT_SIGNED_IN
submitted | -     | lent | chief        |              | NOT_SIGNED_IN
submitted | chief | own  |              |              | -
draft     | chief | own  |              | tech         | WRONG_STATE
approved  | chief | own  |              | tech         | WRONG_STATE
rejected  | chief | own  |              | tech         | WRONG_STATE
cleared   | -     | own  |              | tech         | WRONG_STATE
`;

describe('who may decide', () => {
  test.each(rowsOf(decisions))(
    '%s by %s (%s, for %s) of %s: %s',
    (state, actor, right, lentBy, whose, wanted) => {
      const refusal = decisionRefusal({
        state: state as RequisitionState,
        actorId: actor === '-' ? null : (actor ?? ''),
        ownRight: right === 'own',
        deputyFor: listOf(lentBy),
        concerned: listOf(whose),
      });
      expect(refusal ?? '-').toBe(wanted);
    },
  );

  test('an unknown writer is nobody, and matches nobody', () => {
    const facts = { state: 'submitted', ownRight: true, deputyFor: [], concerned: [null] } as const;
    expect(decisionRefusal({ ...facts, actorId: null })).toBe('NOT_SIGNED_IN');
    expect(decisionRefusal({ ...facts, actorId: 'chief' })).toBeUndefined();
  });
});

/** uncleared yuan | oldest days | limit yuan | limit days | over */
const limits = `
0       | 0  | 5000 | 30 | no
5000    | 30 | 5000 | 30 | no
5000.01 | 0  | 5000 | 30 | yes
10      | 31 | 5000 | 30 | yes
0       | 0  | 0    | 0  | no
0.01    | 0  | 0    | 0  | yes
`;

test.each(rowsOf(limits))('%s yuan, %s days of %s yuan, %s days: over %s', (fen, days, limit, most, over) => {
  const facts = {
    unclearedFen: Math.round(Number(fen) * 100),
    oldestDays: Number(days),
    limitFen: Number(limit) * 100,
    limitDays: Number(most),
  };
  expect(isOverLimit(facts) ? 'yes' : 'no').toBe(over);
});

/** lines as asked/issued/cleared | rest closed | state */
const progress = `
1/0/0       |        | approved
1/0/0 2/0/0 |        | approved
1/0/0       | closed | cleared
2/1/0       |        | partlyIssued
1/1/0 1/0/0 |        | partlyIssued
1/1/1 1/0/0 |        | partlyIssued
2/1/1       |        | partlyIssued
2/1/0       | closed | issued
2/1/1       | closed | cleared
1/1/1 1/0/0 | closed | cleared
1/1/0       |        | issued
2/2/1       |        | issued
1/1/1 1/1/0 |        | issued
1/1/1       |        | cleared
1/1/1 2/2/2 |        | cleared
`;

test.each(rowsOf(progress))('lines %s %s: %s', (lines, rest, state) => {
  const facts = listOf(lines).map((line) => {
    const [quantity = 0, issuedQuantity = 0, clearedQuantity = 0] = line
      .split('/')
      .map((cell) => Number(cell) * 1000);
    return { quantity, issuedQuantity, clearedQuantity };
  });
  expect(stateOfLines(facts, rest === 'closed')).toBe(state);
});

/** drawn | cleared | old parts due | to be cleared now | missing */
const returns = `
3 | 0 | 3 | 1 | yes
3 | 0 | 2 | 1 | no
3 | 0 | 2 | 2 | yes
3 | 1 | 2 | 1 | yes
3 | 2 | 0 | 1 | no
1 | 0 | 0 | 1 | no
12.5 | 0 | 12.5 | 10 | yes
12.5 | 2.5 | 10 | 10 | yes
12.5 | 0 | 2.5 | 10 | no
`;

test.each(rowsOf(returns))(
  '%s drawn, %s cleared, %s due, %s now: missing %s',
  (drawn, done, due, now, missing) => {
    const facts = {
      quantity: Number(drawn) * 1000,
      clearedQuantity: Number(done) * 1000,
      dueQuantity: Number(due) * 1000,
    };
    expect(oldPartsMissing(facts, Number(now) * 1000) ? 'yes' : 'no').toBe(missing);
  },
);

/** verdicts of the lines | what a leader looks at first */
const verdictTable = `
covered covered            | covered
covered undecided covered  | undecided
undecided notCovered       | notCovered
- covered                  | covered
- -                        | -
                           | -
`;

test.each(rowsOf(verdictTable))('verdicts %s: %s', (found, worst) => {
  const verdicts = listOf(found).map((word) => (word === '-' ? null : (word as Verdict)));
  expect(worstVerdict(verdicts) ?? '-').toBe(worst);
});
