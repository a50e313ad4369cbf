import { expect, test } from 'vitest';
import { stepsOf, type StepFacts } from '#host/modules/cases/cases.steps.rules.ts';

const fresh: StepFacts = {
  state: 'registered',
  hasUnit: true,
  openedAt: 1,
  openedByName: '王晓梅',
  closedAt: null,
  judgements: [],
  requisitions: [],
  reports: [],
  oldParts: [],
};
const judged: StepFacts = { ...fresh, judgements: [{ verdict: 'covered', at: 2 }] };
const submitted: StepFacts = { ...judged, requisitions: [{ number: 'LL1', state: 'submitted', at: 3 }] };
const issued: StepFacts = {
  ...judged,
  requisitions: [{ number: 'LL1', state: 'issued', at: 3 }],
  oldParts: [{ number: 'JJ1', state: 'due' }],
};
const report = { number: 'FB1', at: 4, arrivedAt: 4, finishedAt: null };
const reported: StepFacts = { ...issued, reports: [{ ...report, state: 'approved' }] };
const done: StepFacts = {
  ...reported,
  state: 'resolved',
  requisitions: [{ number: 'LL1', state: 'cleared', at: 3 }],
  oldParts: [{ number: 'JJ1', state: 'in' }],
};

const mark = { done: '✓', current: '●', open: '○', notNeeded: '-' } as const;

test.each([
  ['fresh', fresh, '✓●○○○○○○'],
  ['without a unit', { ...fresh, hasUnit: false }, '✓-●○○○○○'],
  ['judged', judged, '✓✓●○○○○○'],
  ['requisition waits', submitted, '✓✓●○○○○○'],
  [
    'a rejected requisition is none',
    { ...judged, requisitions: [{ number: 'LL1', state: 'rejected', at: 3 }] },
    '✓✓●○○○○○',
  ],
  ['issued', issued, '✓✓✓○○●○○'],
  ['issued without old parts', { ...issued, oldParts: [] }, '✓✓✓○○-●○'],
  ['being served', { ...judged, state: 'inService' }, '✓✓○●○○○○'],
  ['report begun', { ...judged, reports: [{ ...report, state: 'draft' }] }, '✓✓○✓●○○○'],
  ['report approved, old part out', reported, '✓✓✓✓✓●○○'],
  ['everything back', done, '✓✓✓✓✓✓✓●'],
  ['closed', { ...done, state: 'closed', closedAt: 9 }, '✓✓✓✓✓✓✓✓'],
  ['an enquiry, solved', { ...fresh, hasUnit: false, state: 'resolved' }, '✓------●'],
  ['void', { ...fresh, state: 'void' }, '✓-------'],
] as const)('%s', (_, facts, marks) => {
  expect(
    stepsOf(facts as StepFacts)
      .map(({ state }) => mark[state])
      .join(''),
  ).toBe(marks);
});

test('the details name the document that matters', () => {
  const steps = stepsOf({
    ...issued,
    requisitions: [...issued.requisitions, { number: 'LL2', state: 'approved', at: 5 }],
  });
  expect(Object.fromEntries(steps.map(({ step, detail }) => [step, detail]))).toEqual({
    registered: '王晓梅',
    judged: 'covered',
    requisition: 'LL2',
    onSite: '',
    report: '',
    oldParts: '0/1',
    cleared: '0/2',
    closed: '',
  });
});
