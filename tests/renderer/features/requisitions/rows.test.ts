import { describe, expect, test } from 'vitest';
import {
  lackingIn,
  rowFor,
  rowsToBegin,
  rowsToClear,
} from '../../../../renderer/features/requisitions/clear-rows.ts';
import {
  amountOfLines,
  inputOf,
  lineFor,
  oneMoreOf,
  valuesOf,
} from '../../../../renderer/features/requisitions/draft-values.ts';
import {
  lacksBin,
  proposedRows,
  quantityOfLine,
  rowOfPart,
  rowsToIssue,
  withSubstitute,
} from '../../../../renderer/features/requisitions/issue-rows.ts';
import type { FoundPart } from '../../../../renderer/components/parts/find-part.ts';
import type { IssueLine } from '../../../../renderer/features/requisitions/requisition-types.ts';
import { lineOf, requisitionOf } from './requisition-of.ts';

const bins = (...quantities: number[]) =>
  quantities.map((quantity, index) => ({ accountId: `bin${index}`, code: `A-0${index}`, quantity }));
const proposal = (...lines: Parameters<typeof lineOf>[0][]) =>
  proposedRows({ lines: lines.map((line) => lineOf(line)) }).map(({ accountId, quantity }) => [
    accountId,
    quantity,
  ]);

describe('what is proposed to be issued', () => {
  test('all of it out of the bin that has most', () => {
    expect(proposal({ quantity: 2000, bins: bins(1000, 5000) })).toEqual([['bin1', 2000]]);
  });

  test('out of several bins where one has not enough; what none has stays open', () => {
    expect(proposal({ quantity: 7000, bins: bins(1000, 5000) })).toEqual([
      ['bin1', 5000],
      ['bin0', 1000],
    ]);
  });

  test('an empty row where nothing is there, none where nothing is open', () => {
    expect(proposal({ bins: [] })).toEqual([['', null]]);
    expect(proposal({ quantity: 2000, issuedQuantity: 2000 })).toEqual([]);
    expect(proposal({ quantity: 2000, issuedQuantity: 1500 })).toEqual([['bin', 500]]);
  });

  test('two lines of the same part do not take the same piece', () => {
    const one = { quantity: 3000, bins: bins(5000) };
    expect(proposal({ id: 'a', ...one }, { id: 'b', ...one })).toEqual([
      ['bin0', 3000],
      ['bin0', 2000],
    ]);
  });

  test('a scanned substitute leaves what the part itself can give, and what was checked', () => {
    const line = lineOf({ quantity: 3000, bins: bins(1000) });
    const rows = proposedRows({ lines: [line] });
    const short = withSubstitute(rows, new Set(), line, 'other');
    expect(short.rows.map(({ partId, quantity }) => [partId, quantity])).toEqual([
      ['pump', 1000],
      ['other', null],
    ]);
    expect(short.rows[1]?.key).toBe(short.key);

    const full = lineOf({ quantity: 1000, bins: bins(1000) });
    const whole = proposedRows({ lines: [full] });
    const instead = withSubstitute(whole, new Set(), full, 'other');
    expect(instead.rows).toEqual([{ ...whole[0], partId: 'other', accountId: '' }]);
    const checked = withSubstitute(whole, new Set(whole.map((row) => row.key)), full, 'other');
    expect(checked.rows.map(({ partId }) => partId)).toEqual(['pump', 'other']);

    const none = lineOf({ bins: [] });
    const empty = proposedRows({ lines: [none] });
    expect(withSubstitute(empty, new Set(), none, 'other').rows).toEqual([{ ...empty[0], partId: 'other' }]);
  });

  test('a quantity without a bin is noticed', () => {
    const [row] = proposedRows({ lines: [lineOf()] });
    if (!row) throw new Error('nothing was proposed');
    expect(lacksBin(row)).toBe(false);
    expect(lacksBin({ ...row, accountId: '' })).toBe(true);
    expect(lacksBin({ ...row, accountId: '', quantity: null })).toBe(false);
  });

  test('rows without a bin or a quantity are not sent', () => {
    const rows = proposedRows({ lines: [lineOf({ quantity: 2000 }), lineOf({ id: 'other', bins: [] })] });
    expect(rowsToIssue(rows)).toEqual([
      { requisitionLineId: 'line', partId: 'pump', accountId: 'bin', quantity: 2000 },
    ]);
    expect(rowsToIssue(rows.map((row) => ({ ...row, quantity: 0 })))).toEqual([]);
    expect(quantityOfLine(rows, 'line')).toBe(2000);
  });

  test('a second scan of a part goes to its next row', () => {
    const rows = proposedRows({ lines: [lineOf({ quantity: 7000, bins: bins(1000, 5000) })] });
    const [first, second] = rows;
    expect(rowOfPart(rows, new Set(), 'pump')).toBe(first);
    expect(rowOfPart(rows, new Set([first?.key ?? '']), 'pump')).toBe(second);
    expect(rowOfPart(rows, new Set(rows.map((row) => row.key)), 'pump')).toBe(first);
    expect(rowOfPart(rows, new Set(), 'hose')).toBeUndefined();
  });
});

const drawn: IssueLine = {
  id: 'drawn',
  requisitionLineId: 'line',
  partId: 'pump',
  partNumber: '1307010-A12',
  partName: '水泵总成',
  accountId: 'bin',
  accountCode: 'A-01',
  quantity: 3000,
  clearedQuantity: 1000,
  valueFen: 258_000,
  oldParts: [],
};

describe('what is accounted for', () => {
  test('begins with what is open, and with the bin it came from', () => {
    const issue = { id: 'issue', number: 'CK', at: 0, personName: '' };
    const done = { ...drawn, id: 'done', clearedQuantity: 3000 };
    const rows = rowsToBegin({ issues: [{ ...issue, lines: [drawn, done] }] });
    expect(rows).toMatchObject([{ issueLineId: 'drawn', kind: null, quantity: 2000, accountId: 'bin' }]);
    expect(rowsToClear(rows)).toEqual([]);
  });

  test('sends of each kind what it wants to know', () => {
    const row = { ...rowFor(drawn, 1000), reportId: 'report', reason: '丢失', chargeFen: 4300 };
    const said = (['installed', 'returned', 'lost'] as const).map((kind) => ({ ...row, kind }));
    const common = { issueLineId: 'drawn', quantity: 1000 };
    expect(rowsToClear(said)).toEqual([
      { kind: 'installed', ...common, reportId: 'report' },
      { kind: 'returned', ...common, accountId: 'bin' },
      { kind: 'lost', ...common, reason: '丢失', chargeFen: 4300 },
    ]);
    expect(rowsToClear(said.map((one) => ({ ...one, quantity: null })))).toEqual([]);
  });

  test('knows what is lacking', () => {
    const row = rowFor(drawn, 1000);
    expect(lackingIn(row)).toBeUndefined();
    expect(lackingIn({ ...row, kind: 'installed' })).toBe('reportId');
    expect(lackingIn({ ...row, kind: 'returned', accountId: '' })).toBe('accountId');
    expect(lackingIn({ ...row, kind: 'lost', reason: ' ' })).toBe('reason');
    expect(lackingIn({ ...row, kind: 'lost', reason: '丢失' })).toBeUndefined();
    expect(lackingIn({ ...row, kind: 'returned', quantity: null })).toBe('quantity');
    expect(lackingIn({ ...row, kind: 'returned', quantity: 0 })).toBeUndefined();
    expect(lackingIn({ ...row, kind: null, quantity: null })).toBeUndefined();
  });
});

const found: FoundPart = {
  id: 'pump',
  number: '1307010-A12',
  name: '水泵总成',
  specification: '',
  unitOfMeasure: '件',
  priceFen: 86_000,
  availableQuantity: 5000,
  oldPartRule: 'required',
  componentGroupCode: 'chassis',
  barcode: '',
  bins: ['A-01'],
};

describe('a line of a draft', () => {
  const judgements = [
    { id: 'body', componentGroupCode: 'body', holdingVerdict: 'covered' },
    { id: 'chassis', componentGroupCode: 'chassis', holdingVerdict: 'notCovered' },
  ] as const;
  const empty = { lines: [], purpose: 'warranty' } as const;

  test('takes one piece, the symptom of the case, the judgement of its group and the old part by its rule', () => {
    const line = lineFor(found, empty, judgements, { symptom: '水温高\n报警' });
    expect(line).toMatchObject({
      quantity: 1000,
      fault: '水温高 报警',
      judgementId: 'chassis',
      oldPartRequired: true,
    });
    const next = lineFor(found, { lines: [{ ...line, fault: '漏水' }], purpose: 'stock' }, [], {
      symptom: '水温高',
    });
    expect(next).toMatchObject({ fault: '漏水', judgementId: null, oldPartRequired: false });
    const ungrouped = { ...found, componentGroupCode: '', oldPartRule: 'notRequired' } as const;
    expect(
      lineFor(ungrouped, empty, [{ ...judgements[0], componentGroupCode: '' }], {
        quantity: 2500,
        fault: '断',
        symptom: '',
      }),
    ).toMatchObject({ quantity: 2500, fault: '断', judgementId: null, oldPartRequired: false });
  });

  test('is one more when its part is scanned again', () => {
    const line = lineFor(found, empty, [], { symptom: '' });
    expect(oneMoreOf([line], 'hose')).toBeUndefined();
    expect(oneMoreOf([line, { ...line, key: 'same' }], 'pump')?.map((one) => one.quantity)).toEqual([
      2000, 1000,
    ]);
    expect(amountOfLines([line, { ...line, quantity: null }])).toBe(86_000);
  });

  test('goes out as the contract takes it, and comes back as it was', () => {
    const requisition = requisitionOf();
    const { version: _, ...sent } = { version: 1, ...inputOf(valuesOf(requisition)) };
    expect(sent).toEqual({
      purpose: 'warranty',
      caseId: 'case',
      unitId: 'unit',
      holderAccountId: 'holder',
      notes: '',
      lines: [
        { partId: 'pump', quantity: 1000, fault: '漏水', judgementId: 'judgement', oldPartRequired: true },
      ],
    });
    const unsaid = valuesOf(requisition);
    expect(
      inputOf({ ...unsaid, lines: unsaid.lines.map((line) => ({ ...line, quantity: null })) }).lines[0]
        ?.quantity,
    ).toBe(0);
  });
});
