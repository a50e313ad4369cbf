import { expect, test } from 'vitest';
import { textIn } from '../../../../renderer/app/text.ts';
import {
  lineAmountText,
  totalText,
  unpricedIn,
} from '../../../../renderer/features/requisitions/amount-texts.ts';

const t = textIn('zh-CN');

test('a part without a price has no amount, and the total says that it lacks something', () => {
  const lines = [
    { unitPriceFen: 86_000, quantity: 2000 },
    { unitPriceFen: 0, quantity: 1000 },
  ];
  expect(lines.map((line) => lineAmountText(line, t))).toEqual(['1,720.00', '未定价']);
  expect(unpricedIn(lines)).toBe(1);
  expect(totalText(172_000, 0, t)).toBe('1,720.00');
  expect(totalText(172_000, 1, t)).toMatch(/1,720\.00.*1 行未定价/);
  expect(totalText(0, 1, t)).toBe('未定价');
});
