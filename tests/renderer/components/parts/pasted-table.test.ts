import { describe, expect, test } from 'vitest';
import { pastedTable } from '../../../../renderer/components/parts/pasted-table.ts';
import type { PastedLine } from '../../../../renderer/components/parts/pasted-table.ts';

const linesOf = (text: string) =>
  pastedTable(text)?.lines.map(({ number, quantity, unitPriceFen, bin, fault, doubts }) => [
    number,
    quantity,
    unitPriceFen,
    bin || fault,
    ...doubts,
  ]);
const line = (text: string): PastedLine | undefined => pastedTable(text)?.lines[0];

describe('columns with headings', () => {
  test('the quantity is what stands under its heading, not the amount', () => {
    const table = pastedTable(
      '件号\t名称\t数量\t单价\t金额\n1307010-A12\t水泵总成\t2\t860.00\t1720.00\nP2\t风扇\t12\t1,234.50\t14814.00',
    );
    expect(
      table?.lines.map(({ number, quantity, unitPriceFen }) => [number, quantity, unitPriceFen]),
    ).toEqual([
      ['1307010-A12', 2000, 86_000],
      ['P2', 12_000, 123_450],
    ]);
    expect([table?.leftRows, table?.leftColumns]).toEqual([[], []]);
  });

  test.each([
    ['序号\t配件名称\t零件号\t申请数量（件）\t故障现象\n1\t水泵\tP1\t3\t漏水', ['P1', 3000, null, '漏水']],
    ['库位\t单 价\t数 量\t件 号\nA-01\t¥35.2\t4\tP1', ['P1', 4000, 3520, 'A-01']],
    ['Part No.\tQty\tUnit price\tBin\nP1\t3\t35.2\tA-01', ['P1', 3000, 3520, 'A-01']],
    ['料号\t库存数量\t数量\nP1\t99\t3', ['P1', 3000, null, '']],
  ])('%j', (text, expected) => {
    expect(linesOf(text)).toEqual([expected]);
  });

  test('of two columns of quantities neither is taken', () => {
    expect(linesOf('件号\t申请数量\t实发数量\nP1\t3\t2')).toEqual([['P1', null, null, '', '3', '2']]);
  });

  test('titles, sums and rows without a number are named, and columns nobody knows', () => {
    const table = pastedTable(
      '六月采购清单\t\t\n件号\t数量\t合同\nP1\t3\tHT-1\n\t4\t\n\t\t\n合计：\t7\t\nTOTAL-9\t1\t',
    );
    expect(table?.lines.map(({ number }) => number)).toEqual(['P1', 'TOTAL-9']);
    expect(table?.leftRows).toEqual(['六月采购清单', '4', '合计： 7']);
    expect(table?.leftColumns).toEqual(['合同']);
  });
});

describe('columns without headings', () => {
  test.each([
    ['P1\t3\t35.2\tA-01', [['P1', 3000, 3520, 'A-01']]],
    [
      'P1\t12.5\t¥1,286.50\t\r\nP2\t\t\t\r\n',
      [
        ['P1', 12_500, 128_650, ''],
        ['P2', null, null, ''],
      ],
    ],
    ['1307010-A12\t水泵总成\t2\t860.00\t1720.00', [['1307010-A12', 2000, 86_000, '']]],
    ['P1\t860.00\t2\t1720.00', [['P1', 2000, 86_000, '']]],
    [
      '1\tP1\t3\n2\tP2\t5',
      [
        ['P1', 3000, null, ''],
        ['P2', 5000, null, ''],
      ],
    ],
    ['007\t3', [['007', 3000, null, '']]],
    ['\n\t\t\nP1\t１２\t３.５', [['P1', 12_000, 350, '']]],
    ['P1\t2.0000', [['P1', 2000, null, '']]],
    ['P1\t2件\t漏水', [['P1', 2000, null, '漏水']]],
    ['P1\t"裂\n纹"\t3', [['P1', 3000, null, '']]],
    ['=1+1\t1', [['=1+1', 1000, null, '']]],
  ])('%j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test.each([
    ['three numbers whose product is none', 'P1\t2\t860.00\t99.00', ['2', '860.00', '99.00']],
    ['one number that is written as money', 'P1\t860.00', ['860.00']],
    ['a comma that is no thousands separator', 'P1\t12,5', ['12,5']],
    ['nought', 'P1\t0', ['0']],
    ['less than nought', 'P1\t-3', ['-3']],
  ])('%s is marked and not taken', (_, text, doubts) => {
    expect([line(text)?.quantity, line(text)?.doubts]).toEqual([null, doubts]);
  });

  test('words over numbers are headings, and named', () => {
    const table = pastedTable('bolts\tpieces\nP1\t3');
    expect(table?.lines.map(({ number }) => number)).toEqual(['P1']);
    expect(table?.leftRows).toEqual(['bolts pieces']);
  });

  test('a list of numbers tells no quantities', () => {
    expect(pastedTable('P1\nP2')?.tellsQuantities).toBe(false);
    expect(pastedTable('P1\t\nP2\t3')?.tellsQuantities).toBe(true);
  });

  test('no row is left out, however many there are', () => {
    const text = Array.from({ length: 900 }, (_, index) => `P${index}\t1`).join('\n');
    expect(pastedTable(text)?.lines).toHaveLength(900);
  });
});
