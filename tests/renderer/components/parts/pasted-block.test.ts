import { expect, test } from 'vitest';
import { pastedBlock } from '../../../../renderer/components/parts/pasted-block.ts';

test.each([
  ['1307010-A12', undefined],
  ['1307010-A12\r\n', undefined],
  ['水泵 总成', undefined],
  ['', undefined],
  ['\t\n\t', undefined],
  ['1307010-A12\t4', [['1307010-A12', '4']]],
  ['1307010-A12\n1303-00981', [['1307010-A12'], ['1303-00981']]],
  ['A \t\t 1\r\n\r\nB\r\n', [['A', '', '1'], ['B']]],
  ['"a ""b"" c"\t𠮷', [['a "b" c', '𠮷']]],
])('reads %j', (text, rows) => {
  expect(pastedBlock(text)).toEqual(rows);
});

test.each([
  ['words over numbers', '件号\t数量\nP1\t3', [['P1', '3']]],
  [
    'no numbers below',
    'bolt\tbroken\nnut\tlost',
    [
      ['bolt', 'broken'],
      ['nut', 'lost'],
    ],
  ],
  ['one word over others', 'BOLT\nNUT-2\t3', [['BOLT'], ['NUT-2', '3']]],
  [
    'a number among the words',
    'P1\t裂纹\nP2\t3',
    [
      ['P1', '裂纹'],
      ['P2', '3'],
    ],
  ],
  ['full-width numbers', '件号\t数量\nP\t１２', [['P', '１２']]],
])('a first row of headings is left out: %s', (_, text, rows) => {
  expect(pastedBlock(text)).toEqual(rows);
});
