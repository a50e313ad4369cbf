import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import {
  daysOverdue,
  mostOpenTagState,
  numberScanned,
  tagQrText,
  tagQuantities,
  tagsAfterWithdrawal,
} from '#host/modules/old-parts/old-parts.rules.ts';

describe('tags of a line', () => {
  test.each([
    [1000, 1, 1000],
    [3000, 3, 1000],
    [50_000, 50, 1000],
    [51_000, 1, 51_000],
    [12_500, 1, 12_500],
    [500, 1, 500],
    [1_000_000_000, 1, 1_000_000_000],
  ])('%i thousandths: %i of %i', (quantity, count, each) => {
    expect(tagQuantities(quantity)).toEqual(Array.from({ length: count }, () => each));
  });

  test('tags always add up to the line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (quantity) => {
        const tags = tagQuantities(quantity);
        return tags.length <= 50 && tags.reduce((sum, tag) => sum + tag, 0) === quantity;
      }),
    );
  });
});

describe('what a scanner read', () => {
  const number = 'JJ202611-0051';
  test.each([
    [number],
    ['  jj202611-0051\t'],
    ['JJ202611－0051'],
    ['ＪＪ２０２６１１－００５１'],
    ['SHD|JJ202611-0051|FW202611-0424|186400km|漏水'],
    ['shd|jj202611-0051|fw202611-0424|186400km|\u6f0f'],
    ['SHD|JJ202611-0051|FW202611-0424||JJ202611-0099'],
    ['SHD|JJ202611-0051|??|??'],
    ['JJ202611-0051JJ202611-0051'],
  ])('%j', (scanned) => {
    expect(numberScanned(scanned)).toBe(number);
  });

  test.each([
    ['JJ202611-12345', 'JJ202611-12345'],
    ['LL202611-0096', 'LL202611-0096'],
    ['6901234567892', '6901234567892'],
    ['JJ-T0007', 'JJ-T0007'],
    ['𠮷 <script>', '𠮷 <SCRIPT>'],
  ])('%j is left for the books to know', (scanned, looked) => {
    expect(numberScanned(scanned)).toBe(looked);
  });

  test('the text of a tag is read back, whatever the fault says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (fault) => {
        const text = tagQrText({ number, caseNumber: 'FW202611-0424', reading: '186400km', fault });
        return numberScanned(text) === number;
      }),
    );
    expect(tagQrText({ number, caseNumber: '', reading: '', fault: '漏'.repeat(90) })).toHaveLength(60);
  });
});

/** quantities of the tags due | not installed after all | what each tag that changes is still due for */
const withdrawals = `
1 1 1 | 1   | 0
1 1 1 | 2   | 0 0
1 1 1 | 3   | 0 0 0
1 1   | 3   | 0 0
      | 2   |
12.5  | 2.5 | 10
10    | 10  | 0
1 1   | 1.5 | 0 0.5
`;

test.each(
  withdrawals
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('|')),
)('of tags %s, %s come back unused: %s', (due, back, left) => {
  const thousandths = (cell = '') =>
    cell
      .split(' ')
      .filter(Boolean)
      .map((word) => Number(word) * 1000);
  const tags = thousandths(due).map((quantity) => ({ quantity }));
  const changed = tagsAfterWithdrawal(tags, Number(back) * 1000);
  expect(changed.map((tag) => tag.quantity)).toEqual(thousandths(left));
});

test.each([
  ['in due waived', 'due'],
  ['waived in', 'in'],
  ['waived', 'waived'],
  ['', null],
])('a line with tags %s is %s', (states, word) => {
  const tags = states
    .split(' ')
    .filter(Boolean)
    .map((state) => ({ state: state as OldPartState }));
  expect(mostOpenTagState(tags)).toBe(word);
});

test.each([
  ['2026-11-30', '2026-11-30', 0],
  ['2026-11-30', '2026-12-01', 1],
  ['2026-11-30', '2026-11-01', 0],
])('due %s, on %s: %i days late', (dueDay, today, days) => {
  expect(daysOverdue(dueDay, today)).toBe(days);
});
