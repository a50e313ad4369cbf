import { describe, expect, test } from 'vitest';
import {
  codeInScanField,
  longestScanPauseMs,
  ScanDetector,
} from '../../../renderer/app/keyboard/scan-detector.ts';

/** Types `text` and Enter with a pause of `pauseMs` between the keys; with `process`, as an input method reports them. */
function type(
  detector: ScanDetector,
  text: string,
  pauseMs: number,
  { process = false, at = 1000 } = {},
): string | undefined {
  let time = at;
  for (const character of text) {
    time += pauseMs;
    const isLetter = /[a-z]/i.test(character);
    const code = isLetter
      ? `Key${character.toUpperCase()}`
      : character === '-'
        ? 'Minus'
        : `Digit${character}`;
    detector.feed({
      key: process ? 'Process' : character,
      code,
      shiftKey: /[A-Z]/.test(character),
      at: time,
    });
  }
  return detector.feed({
    key: process ? 'Process' : 'Enter',
    code: 'Enter',
    shiftKey: false,
    at: time + pauseMs,
  });
}

describe('a scanner among hands', () => {
  test('a burst ended by Enter is a scan', () => {
    expect(type(new ScanDetector(), 'JJ202611-0051', 5)).toBe('JJ202611-0051');
  });

  test('the same while the input method takes the keys', () => {
    expect(type(new ScanDetector(), 'JJ202611-0051', 5, { process: true })).toBe('JJ202611-0051');
  });

  test('hands are too slow, however quick', () => {
    expect(type(new ScanDetector(), '13801334410', longestScanPauseMs + 15)).toBeUndefined();
  });

  test('three characters are no code', () => {
    expect(type(new ScanDetector(), '123', 5)).toBeUndefined();
  });

  test('what was typed before the scan does not belong to it', () => {
    const detector = new ScanDetector();
    type(detector, 'abc', 120, { at: 0 });
    detector.feed({ key: 'x', code: 'KeyX', shiftKey: false, at: 5000 });
    expect(type(detector, '1307010-A12', 4, { at: 6000 })).toBe('1307010-A12');
  });

  test('Enter long after a burst is the person’s', () => {
    const detector = new ScanDetector();
    for (const [index, key] of [...'123456'].entries())
      detector.feed({ key, code: `Digit${key}`, shiftKey: false, at: index });
    expect(detector.feed({ key: 'Enter', code: 'Enter', shiftKey: false, at: 400 })).toBeUndefined();
  });
});

test.each([
  ['a pause in the middle leaves the head in the field', '-0001', 'JJ202611-0001', 'JJ202611-0001'],
  ['a burst without a pause', 'JJ202611-0001', 'JJ202611-0001', 'JJ202611-0001'],
  ['an input method has swallowed the signs', 'JJ202611-0001', '解决202611', 'JJ202611-0001'],
])('the code of a field for scans: %s', (_case, burst, fieldText, code) => {
  expect(codeInScanField(burst, fieldText)).toBe(code);
});

test('the first press of a burst is one press, also where the scanner presses Shift for each capital', () => {
  const detector = new ScanDetector();
  const firsts = [
    { key: 'Shift', code: 'ShiftLeft', shiftKey: true, at: 1000 },
    { key: 'P', code: 'KeyP', shiftKey: true, at: 1002 },
    { key: 'Shift', code: 'ShiftLeft', shiftKey: true, at: 1004 },
    { key: 'A', code: 'KeyA', shiftKey: true, at: 1006 },
  ].map((press) => {
    detector.feed(press);
    return detector.isFirstOfBurst;
  });
  expect(firsts).toEqual([false, true, false, false]);
});
