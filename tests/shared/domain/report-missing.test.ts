import { describe, expect, test } from 'vitest';
import { clockToleranceMs, missingOf, type ReportFacts } from '#shared/domain/report-missing.ts';

const now = Date.UTC(2026, 10, 23, 4, 0);
const hour = 3_600_000;
const complete: ReportFacts = {
  technicianIds: ['one'],
  arrivedAt: now - 3 * hour,
  finishedAt: now - hour,
  symptom: '水温高报警',
  cause: '水泵轴封漏水',
  work: '更换水泵总成',
  noPartsReplaced: false,
  lines: [{ reason: '轴封漏水' }],
};

describe('what a report still lacks', () => {
  test.each<[string, Partial<ReportFacts>, string]>([
    ['complete', {}, ''],
    ['nobody did the work', { technicianIds: [] }, 'technicians'],
    ['no finish time', { finishedAt: null }, 'finishTime'],
    ['no finish time, arrived', { finishedAt: null, arrivedAt: now }, 'finishTime'],
    ['finish at this moment', { finishedAt: now }, ''],
    ['finish as far ahead as clocks differ', { finishedAt: now + clockToleranceMs }, ''],
    ['finish still to come', { finishedAt: now + clockToleranceMs + 1 }, 'finishTimeAhead'],
    ['arrived after the finish', { arrivedAt: now - hour + 1 }, 'timesInOrder'],
    ['arrived and finished at once', { arrivedAt: now - hour }, ''],
    ['no arrival', { arrivedAt: null }, ''],
    ['no symptom', { symptom: '' }, 'symptom'],
    ['a symptom of blanks', { symptom: ' \n　' }, 'symptom'],
    ['no cause', { cause: '' }, 'cause'],
    ['no work', { work: '' }, 'work'],
    ['no parts, and nobody said that there were none', { lines: [] }, 'parts'],
    ['no parts, and said so', { lines: [], noPartsReplaced: true }, ''],
    ['parts, and said that there were none', { noPartsReplaced: true }, 'partsUnclear'],
    ['a part without a reason', { lines: [{ reason: '漏水' }, { reason: '' }] }, 'partReasons'],
    [
      'an empty draft',
      {
        technicianIds: [],
        arrivedAt: null,
        finishedAt: null,
        symptom: '',
        cause: '',
        work: '',
        lines: [],
      },
      'technicians finishTime symptom cause work parts',
    ],
  ])('%s', (_, facts, missing) => {
    expect(missingOf({ ...complete, ...facts }, now).join(' ')).toBe(missing);
  });
});
