import { expect, test } from 'vitest';
import { textIn } from '../../../../renderer/app/text.ts';
import { ringNow } from '../../../../renderer/features/duties/bell.ts';
import { timeLeft } from '../../../../renderer/features/duties/time-left.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 3, 2);

test('only what falls due while the program is open rings', () => {
  const next = [
    { id: 'before', dueAt: now - hour },
    { id: 'now', dueAt: now },
    { id: 'later', dueAt: now + 1 },
  ];
  expect(ringNow(next, now - minute, now).map(({ id }) => id)).toEqual(['now']);
  expect(ringNow(next, now, now)).toEqual([]);
});

test.each([
  [3 * 24 * hour, '剩 3 天'],
  [47 * hour, '剩 47 小时'],
  [59 * minute, '剩 59 分钟'],
  [10_000, '剩 1 分钟'],
  [-10_000, '超 1 分钟'],
  [-26 * hour, '超 1 天'],
  [-90 * 24 * hour, '超 90 天'],
])('%i ms to go are said shortly', (ms, words) => {
  expect(timeLeft(now + ms, now, textIn('zh-CN'))).toBe(words);
});
