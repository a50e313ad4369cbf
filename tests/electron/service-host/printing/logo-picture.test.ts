import { describe, expect, test } from 'vitest';
import { isDecodable, logoFault } from '#host/printing/pictures/logo-picture.ts';
import { jpeg, png } from './pictures.ts';

describe('a PNG logo', () => {
  test('within the bounds is taken', () => {
    expect(verdict(png(300, 200))).toBe('usable');
    expect(verdict(png(7, 5, { isInterlaced: true }))).toBe('usable');
  });

  test('too wide, too high or too heavy is not even tried', () => {
    expect(logoFault(png(1501, 10))).toBe('logoTooLarge');
    expect(logoFault(png(10, 12_000, { lines: 1 }))).toBe('logoTooLarge');
    expect(logoFault(new Uint8Array(1024 * 1024 + 1))).toBe('logoTooLarge');
  });

  test.each([
    ['cut short', png(300, 200).subarray(0, -8)],
    ['with a damaged byte', flipped(png(300, 200), 60)],
    ['with too few lines', png(300, 200, { lines: 199 })],
    ['with more than its head promises', png(300, 200, { lines: 100_000 })],
    ['without a picture', png(0, 0)],
    ['of nothing', new Uint8Array()],
    ['of another kind', new TextEncoder().encode('GIF89a and then something more than a head of it')],
  ])('%s is damaged', (_, bytes) => {
    expect(verdict(bytes)).toBe('logoDamaged');
  });
});

describe('a JPEG logo', () => {
  test('with its tables, its scan and its end is taken', () => {
    expect(verdict(jpeg(640, 480))).toBe('usable');
    expect(logoFault(jpeg(4000, 3000))).toBe('logoTooLarge');
  });

  test('cut short is damaged', () => {
    const whole = jpeg(640, 480);
    for (let length = 0; length < whole.length - 1; length += 1)
      expect(verdict(whole.subarray(0, length))).toBe('logoDamaged');
  });
});

function verdict(bytes: Uint8Array): string {
  return logoFault(bytes) ?? (isDecodable(bytes) ? 'usable' : 'logoDamaged');
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
