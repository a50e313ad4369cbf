import { describe, expect, expectTypeOf, test } from 'vitest';
import { textIn } from '../../../renderer/app/text.ts';
import type { ComparedField } from '../../../renderer/components/form/use-form.ts';
import { differing, differingRows, type RowFields } from '../../../renderer/components/form/differing.ts';
import {
  draftRows,
  blankLine as blankRequested,
} from '../../../renderer/features/requisitions/draft-values.ts';
import { reportRows, blankLine as blankReplaced } from '../../../renderer/features/reports/report-values.ts';
import {
  emptyLine,
  receiptRows,
  type ReceiptValues,
} from '../../../renderer/features/stock/receipt-values.ts';

const t = textIn('zh-CN');
const words = { label: 'common.notes', show: String } as const;
const fee = { label: 'common.notes', show: (value: unknown) => `¥${JSON.stringify(value ?? 0)}` } as const;
const named = { ...words, also: ['caseName'], show: (_: unknown, of: object) => JSON.stringify(of) };
const compared = {
  fields: new Map<string, ComparedField>([
    ['notes', words],
    ['fee', fee],
    ['caseId', named],
  ]),
  rows: new Map(),
};
const differences = (mine: object, theirs: object) =>
  differing(compared, mine, theirs, t).map(({ name }) => name);

test('two versions differ in what they say differently', () => {
  expect(differences({ notes: '我的', fee: 5 }, { notes: '别人的', fee: 5 })).toEqual(['notes']);
  expect(differences({ notes: '一样', fee: 5 }, { notes: '一样', fee: 6 })).toEqual(['fee']);
});

test('an empty field that reads as nought is no other than nought', () => {
  expect(differences({ notes: '一样', fee: null }, { notes: '一样', fee: 0 })).toEqual([]);
});

test('what the other version does not tell is not compared', () => {
  expect(differences({ notes: '一样', more: '我的' }, { notes: '一样' })).toEqual([]);
});

test('a field that no input tells differs all the same; one told by another input is told once', () => {
  expect(differences({ checked: true }, { checked: false })).toEqual(['checked']);
  expect(differences({ caseId: '1', caseName: '甲' }, { caseId: '2', caseName: '乙' })).toEqual(['caseId']);
});

describe('lines', () => {
  const rows = { label: 'common.notes', about: ([part]: string) => part ?? '', show: String } as const;

  test('are told as added, removed and changed, whatever their order', () => {
    expect(differingRows(['a1', 'b1', 'c1', 'd1'], ['d1', 'a1', 'b2', 'e1'], rows, t)).toEqual([
      { mine: 'b1', theirs: 'b2' },
      { mine: 'c1', theirs: null },
      { mine: null, theirs: 'e1' },
    ]);
    expect(differingRows(['a1', 'a1'], ['a1'], rows, t)).toEqual([{ mine: 'a1', theirs: null }]);
    expect(differingRows(['b1', 'a1'], ['a1', 'b1'], rows, t)).toEqual([]);
  });

  test('a form that holds rows has to say how they are compared', () => {
    expectTypeOf<RowFields<ReceiptValues>>().toEqualTypeOf<'lines'>();
    expectTypeOf<RowFields<{ notes: string; telephones: string[]; day: string | null }>>().toBeNever();
  });

  test('every field of a line that a person writes makes a difference', () => {
    const part = { id: 'p', number: 'PX-1', name: '水泵', unitOfMeasure: '件' };
    const bins = [
      { id: 'b', text: 'A-01' },
      { id: 'c', text: 'A-02' },
    ];
    const receipt = { ...emptyLine('1'), part, quantity: 1000, unitPriceFen: 500, accountId: 'b' };
    const requested = { ...blankRequested, partId: 'p', partNumber: 'PX-1', quantity: 1000 };
    const replaced = { ...blankReplaced, partId: 'p', partNumber: 'PX-1', quantity: 1000 };
    const count = <Row>(how: Parameters<typeof differingRows<Row>>[2], line: Row, changes: Partial<Row>[]) =>
      changes.filter((change) => differingRows([line], [{ ...line, ...change }], how, t).length > 0).length;
    expect(
      count(receiptRows(bins), receipt, [{ quantity: 2000 }, { unitPriceFen: 600 }, { accountId: 'c' }]),
    ).toBe(3);
    expect(
      count(
        draftRows((id) => id),
        requested,
        [{ quantity: 2000 }, { fault: '漏水' }, { judgementId: 'j' }, { oldPartRequired: true }],
      ),
    ).toBe(4);
    expect(count(reportRows, replaced, [{ quantity: 2000 }, { reason: '漏水' }, { issueLineId: 'i' }])).toBe(
      3,
    );
  });
});
