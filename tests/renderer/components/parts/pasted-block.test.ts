import { expect, test } from 'vitest';
import { pastedBlock } from '../../../../renderer/components/parts/pasted-block.ts';

test.each([
  ['1307010-A12', undefined],
  ['1307010-A12\r\n', undefined],
  ['水泵 总成', undefined],
  ['', undefined],
  ['\t\n\t', undefined],
  ['水温高\n起步后报警', undefined],
  ['"水泵\n总成"', undefined],
  ['1307010-A12\t4', [['1307010-A12', '4']]],
  ['1307010-A12\n1303-00981', [['1307010-A12'], ['1303-00981']]],
  ['A \t\t 1\r\n\r\nB\r\n', [['A', '', '1'], ['B']]],
  ['"a ""b"" c"\t𠮷', [['a "b" c', '𠮷']]],
  [
    'P1\t"水泵\r\n总成 ""A"""\t2\r\nP2\t风扇\t1',
    [
      ['P1', '水泵 总成 "A"', '2'],
      ['P2', '风扇', '1'],
    ],
  ],
  ['P1\t5" 管\t2', [['P1', '5" 管', '2']]],
  [
    '"P1\t3\nP2\t1',
    [
      ['"P1', '3'],
      ['P2', '1'],
    ],
  ],
])('reads %j', (text, rows) => {
  expect(pastedBlock(text)).toEqual(rows);
});
