import { describe, expect, test } from 'vitest';
import { chosenBy, clears } from '../../../renderer/components/inputs/choice-buttons.tsx';

describe('the keys of choices side by side', () => {
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 0, 2],
    ['3', 0, 2],
    ['4', 0, undefined],
    [' ', 1, 1],
    ['Delete', 1, undefined],
  ] as const)('%s from %i', (key, from, to) => {
    expect(chosenBy(key, from, 3)).toBe(to);
  });

  test('Space keeps what the arrows have chosen; Delete and Backspace take it back', () => {
    expect(chosenBy(' ', chosenBy('ArrowRight', 0, 3) ?? 0, 3)).toBe(1);
    expect([' ', 'Delete', 'Backspace', 'Enter'].filter(clears)).toEqual(['Delete', 'Backspace']);
  });
});
