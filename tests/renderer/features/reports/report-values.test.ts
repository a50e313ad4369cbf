import { describe, expect, test } from 'vitest';
import type { FoundPart } from '../../../../renderer/components/parts/find-part.ts';
import type { Replaceable, Report } from '../../../../renderer/features/reports/report-types.ts';
import {
  inputOf,
  offeredLines,
  offerOfScan,
  valuesOf,
  withOffered,
  withOwnPart,
} from '../../../../renderer/features/reports/report-values.ts';
import type { LineValues } from '../../../../renderer/features/reports/report-values.ts';

const issued: Replaceable = {
  issueLineId: 'issue-1',
  partId: 'pump',
  partNumber: '1307010-A12',
  partName: '水泵总成',
  unitOfMeasure: '件',
  openQuantity: 2000,
  fault: '轴封漏水',
  oldPartNumber: 'JJ202611-0051 JJ202611-0052',
  holderName: '李志强',
  issuedAt: 1,
};
const saved: Report['lines'][number] = {
  id: 'line-1',
  partId: 'pump',
  issueLineId: 'issue-1',
  quantity: 1000,
  reason: '漏水',
  partNumber: '1307010-A12',
  partName: '水泵总成',
  unitOfMeasure: '件',
  oldPartNumber: 'JJ202611-0051',
};
const typed: LineValues = { key: 'line-1', ...saved };

describe('what is offered', () => {
  test('is what was issued and is not typed yet', () => {
    expect(offeredLines([issued], [], [])).toMatchObject([{ offeredQuantity: 2000 }]);
    expect(offeredLines([issued], [], [{ ...typed, quantity: 500 }])).toMatchObject([
      { offeredQuantity: 1500 },
    ]);
    expect(offeredLines([issued], [], [{ ...typed, quantity: 2000 }])).toEqual([]);
    expect(offeredLines([issued], [], [{ ...typed, quantity: null }])).toMatchObject([
      { offeredQuantity: 2000 },
    ]);
  });

  test('gives back what this report had taken and the person takes out again', () => {
    // The host offers one more; this report holds one, which is typed no longer.
    const one = { ...issued, openQuantity: 1000 };
    expect(offeredLines([one], [saved], [typed])).toMatchObject([{ offeredQuantity: 1000 }]);
    expect(offeredLines([one], [saved], [])).toMatchObject([{ offeredQuantity: 2000 }]);
    // All of it was saved here, so that the host offers nothing.
    expect(offeredLines([], [saved], [typed])).toEqual([]);
    expect(offeredLines([], [saved], [])).toMatchObject([
      { issueLineId: 'issue-1', fault: '漏水', offeredQuantity: 1000 },
    ]);
  });

  test('leaves the customer’s own parts alone', () => {
    const own = { ...typed, issueLineId: null, quantity: 9000 };
    expect(offeredLines([issued], [{ ...saved, issueLineId: null }], [own])).toMatchObject([
      { offeredQuantity: 2000 },
    ]);
  });
});

describe('taking', () => {
  const [offer] = offeredLines([issued], [], []);
  if (!offer) throw new Error('it is offered');

  test('an offer makes a line with its fault as the reason', () => {
    expect(withOffered([], offer)).toMatchObject([
      { issueLineId: 'issue-1', quantity: 2000, reason: '轴封漏水', partName: '水泵总成' },
    ]);
  });

  test('an offer again adds to the line that is there', () => {
    const once = withOffered([], offer, 1000);
    expect(withOffered(once, offer, 1000)).toMatchObject([{ quantity: 2000, reason: '轴封漏水' }]);
  });

  test('a long fault is cut to what the contract takes', () => {
    const [line] = withOffered([], { ...offer, fault: '长'.repeat(300) });
    expect(line?.reason).toHaveLength(200);
  });

  test('a part of the customer’s own comes one by one and without a reason', () => {
    const part = { id: 'hose', number: 'H-1', name: '水管', unitOfMeasure: '米' } as FoundPart;
    expect(withOwnPart([typed], part)).toMatchObject([
      { key: 'line-1' },
      { partId: 'hose', issueLineId: null, quantity: 1000, reason: '' },
    ]);
  });
});

describe('a scan', () => {
  const offered = offeredLines([issued], [], []);
  test.each([
    ['SHD|JJ202611-0052|FW202611-0424|186400km|漏水', true],
    ['jj202611-0051', true],
    ['1307010-a12', true],
    ['JJ202611-0053', false],
    ['6901234567892', false],
  ])('of %j finds the offer: %s', (code, isFound) => {
    expect(offerOfScan(offered, code) !== undefined).toBe(isFound);
  });
});

describe('what is sent', () => {
  const report = {
    technicianIds: ['one'],
    mileageKm: 186_400,
    operatingHours: null,
    arrivedAt: 1,
    finishedAt: 2,
    symptom: 'a',
    cause: 'b',
    work: 'c',
    faultPlaceOpenedBefore: true,
    noPartsReplaced: false,
    feeFen: 0,
    partsFeeFen: 0,
    labourFeeFen: 0,
    travelFeeFen: 0,
    compensation: '',
    satisfaction: 'satisfied',
    customerRemarks: '好',
    lines: [saved],
  } as unknown as Report;

  test('is what was there when nothing was typed', () => {
    expect(inputOf(valuesOf(report), report)).toEqual({
      ...report,
      lines: [{ partId: 'pump', issueLineId: 'issue-1', quantity: 1000, reason: '漏水' }],
    });
  });

  test('an empty fee is none, an empty quantity is one the host refuses', () => {
    const values = { ...valuesOf(report), feeFen: null, lines: [{ ...typed, quantity: null }] };
    expect(inputOf(values, report)).toMatchObject({ feeFen: 0, lines: [{ quantity: 0 }] });
  });
});
