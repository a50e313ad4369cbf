import { expect, test } from 'vitest';
import { stepsOf, type StepFacts } from '#host/views/case-steps.rules.ts';

const fresh: StepFacts = {
  state: 'registered',
  category: 'repair',
  openedAt: 1,
  openedByName: '王晓梅',
  closedAt: null,
  judgements: [],
  requisitions: [],
  reports: [],
  oldParts: [],
};
const judged: StepFacts = { ...fresh, judgements: [{ state: 'covered', at: 2 }] };
const requisition = { number: 'LL1', purpose: 'warranty', state: 'submitted', at: 3 } as const;
const drawn: StepFacts = { ...fresh, requisitions: [requisition] };
const submitted: StepFacts = { ...judged, requisitions: [requisition] };
const issued: StepFacts = {
  ...judged,
  requisitions: [{ ...requisition, state: 'issued' }],
  oldParts: [{ number: 'JJ1', state: 'due' }],
};
const report = { number: 'FB1', at: 4, arrivedAt: 4, finishedAt: null };
const reported: StepFacts = { ...issued, reports: [{ ...report, state: 'approved' }] };
const done: StepFacts = {
  ...reported,
  state: 'resolved',
  requisitions: [{ ...requisition, state: 'cleared' }],
  oldParts: [{ number: 'JJ1', state: 'in' }],
};

const mark = { done: '✓', current: '●', open: '○', notNeeded: '-' } as const;

test.each([
  ['fresh', fresh, '✓●○○○○○○'],
  ['of every kind that turns on the warranty: a complaint', { ...fresh, category: 'complaint' }, '✓●○○○○○○'],
  ['returned goods', { ...fresh, category: 'returnOfGoods' }, '✓●○○○○○○'],
  ['anything else', { ...fresh, category: 'other' }, '✓●○○○○○○'],
  ['an enquiry', { ...fresh, category: 'enquiry' }, '✓-●○○○○○'],
  ['an order for parts', { ...fresh, category: 'partsOrder' }, '✓-●○○○○○'],
  ['praise', { ...fresh, category: 'praise' }, '✓-●○○○○○'],
  ['an enquiry that was judged all the same', { ...judged, category: 'enquiry' }, '✓✓●○○○○○'],
  ['an order for parts, drawn under warranty', { ...drawn, category: 'partsOrder' }, '✓○●○○○○○'],
  [
    'an order for parts, drawn against payment',
    { ...drawn, category: 'partsOrder', requisitions: [{ ...requisition, purpose: 'paid' }] },
    '✓-●○○○○○',
  ],
  ['judged', judged, '✓✓●○○○○○'],
  ['requisition waits', submitted, '✓✓●○○○○○'],
  [
    'a rejected requisition is none',
    { ...judged, requisitions: [{ ...requisition, state: 'rejected' }] },
    '✓✓●○○○○○',
  ],
  ['issued', issued, '✓✓✓○○●○○'],
  ['issued without old parts', { ...issued, oldParts: [] }, '✓✓✓○○-●○'],
  ['being served', { ...judged, state: 'inService' }, '✓✓○●○○○○'],
  ['report begun', { ...judged, reports: [{ ...report, state: 'draft' }] }, '✓✓○✓●○○○'],
  ['report approved, old part out', reported, '✓✓✓✓✓●○○'],
  ['everything back', done, '✓✓✓✓✓✓✓●'],
  ['closed', { ...done, state: 'closed', closedAt: 9 }, '✓✓✓✓✓✓✓✓'],
  ['an enquiry, solved', { ...fresh, category: 'enquiry', state: 'resolved' }, '✓------●'],
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
    requisitions: [...issued.requisitions, { ...requisition, number: 'LL2', state: 'approved', at: 5 }],
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
