import { describe, expect, test } from 'vitest';
import { attentionOf, stockFor } from '../../../../renderer/features/requisitions/attention.ts';
import { courseOf } from '../../../../renderer/features/requisitions/course.ts';
import type {
  Requisition,
  RequisitionLine,
} from '../../../../renderer/features/requisitions/requisition-types.ts';
import { lineOf, requisitionOf } from './requisition-of.ts';

const seen = (line: Partial<RequisitionLine>, over: Partial<Requisition> = {}) =>
  attentionOf(requisitionOf({ lines: [lineOf(line)], ...over })).map(({ key }) =>
    key.replace('requisitions.see', ''),
  );
const earlier = (daysAgo: number, oldPartState: string | null) => ({
  earlier: { at: 0, daysAgo, caseNumber: '', oldPartState },
});
const substitute = (availableQuantity: number) => [
  { partId: 'other', number: '1303-00982', name: '水箱盖', availableQuantity },
];
const held = (overLimit: boolean) => ({ holder: { ...requisitionOf().holder, overLimit } });

describe('what stands out', () => {
  test.each([
    ['nothing', {}, {}, []],
    ['replaced 19 days ago, not back', earlier(19, 'due'), {}, ['EarlierDue']],
    ['replaced 19 days ago, back', earlier(19, 'in'), {}, ['EarlierIn']],
    ['replaced 19 days ago, nothing to bring', earlier(19, null), {}, ['Earlier']],
    ['replaced long ago, back', earlier(42, 'in'), {}, []],
    ['replaced long ago, never back', earlier(400, 'due'), {}, ['EarlierDue']],
    ['none there', { availableQuantity: 0 }, {}, ['Short']],
    ['more promised than there', { availableQuantity: -3000 }, {}, ['Short']],
    ['a substitute there', { availableQuantity: 0, substitutes: substitute(6000) }, {}, ['Substitute']],
    ['no substitute there either', { availableQuantity: 0, substitutes: substitute(0) }, {}, ['Short']],
    ['issued already', { availableQuantity: 0, issuedQuantity: 1000 }, {}, []],
    ['needed no more', { availableQuantity: 0 }, { restClosed: true }, []],
    ['not covered', { verdict: 'notCovered' }, {}, ['NotCovered']],
    ['undecided', { verdict: 'undecided' }, {}, ['Undecided']],
    ['not judged', { verdict: null }, {}, ['Unjudged']],
    ['not judged, paid', { verdict: null }, { purpose: 'paid' }, []],
    ['not judged, without a case', { verdict: null }, { caseId: null }, []],
    ['over the limit', {}, held(true), ['OverLimit']],
    ['over the limit and allowed', {}, { ...held(true), allowedByName: '刘部长' }, ['Allowed']],
    ['all at once, but issued', { verdict: 'notCovered', ...earlier(1, 'due') }, { state: 'issued' }, []],
  ] as const)('%s', (_, line, over, wanted) => {
    expect(seen(line, over)).toEqual(wanted);
  });

  test('the sentence about a substitute says how much of what', () => {
    const line = lineOf({ availableQuantity: -1000, substitutes: substitute(6000) });
    expect(attentionOf(requisitionOf({ lines: [line] }))[0]?.parameters).toEqual({
      part: '水泵总成',
      stockQuantity: 0,
      number: '1303-00982',
      substituteQuantity: 6000,
    });
  });

  test('after the approval what lies in the bins counts, not what is left to be promised', () => {
    const line = lineOf({ availableQuantity: -1000 });
    expect(stockFor({ state: 'submitted' }, line)).toBe(-1000);
    expect(stockFor({ state: 'approved' }, line)).toBe(5000);
  });
});

test('the course tells everything once, newest first', () => {
  const requisition = requisitionOf({
    state: 'cleared',
    decidedAt: 3000,
    decidedByName: '刘部长',
    issues: [
      {
        id: 'issue',
        number: 'CK202611-0001',
        at: 4000,
        personName: '赵刚',
        lines: [
          {
            id: 'drawn',
            requisitionLineId: 'line',
            partId: 'pump',
            partNumber: '1307010-A12',
            partName: '水泵总成',
            accountId: 'bin',
            accountCode: 'A-01',
            quantity: 1000,
            clearedQuantity: 1000,
            valueFen: 86_000,
            oldParts: [],
          },
        ],
      },
    ],
    clearings: [
      {
        id: 'clearing',
        number: 'XZ202611-0001',
        issueLineId: 'drawn',
        kind: 'installed',
        quantity: 1000,
        reportNumber: 'FB202611-0001',
        reason: '',
        at: 5000,
        personName: '赵刚',
      },
    ],
  });
  expect(courseOf(requisition).map(({ at, key }) => [at, key.replace('requisitions.step', '')])).toEqual([
    [5000, 'Installed'],
    [4000, 'Issued'],
    [3000, 'Approved'],
    [2000, 'Submitted'],
    [1000, 'WrittenFromCase'],
  ]);
  expect(courseOf(requisition)[0]?.parameters).toMatchObject({ part: '水泵总成', report: 'FB202611-0001' });
  const rejected = courseOf(requisitionOf({ state: 'rejected', decidedAt: 3000, decisionReason: '先鉴定' }));
  expect(rejected[0]).toMatchObject({ key: 'requisitions.stepRejected', parameters: { reason: '先鉴定' } });
  const again = courseOf(requisitionOf({ submittedAt: 4000, decidedAt: 3000, decisionReason: '先鉴定' }));
  expect(again[1]).toMatchObject({ key: 'requisitions.stepSentBack', parameters: { reason: '先鉴定' } });
});
