import { expect, test } from 'vitest';
import { textIn } from '../../../../renderer/app/text.ts';
import { timeOfRow } from '../../../../renderer/features/today/row-times.ts';

const t = textIn('zh-CN');
/** 22 November 2026, 10:00 in Shanghai. */
const now = Date.UTC(2026, 10, 22, 2);
const minute = 60_000;
const hour = 60 * minute;
const nothing = { kind: 'requisition', since: null, dueAt: null, dueDay: null } as const;

test.each([
  [{ dueDay: '2026-11-20' }, '超 2 天', 'late'],
  [{ dueDay: '2026-11-22' }, '今天', 'soon'],
  [{ dueDay: '2026-11-24' }, '11-24', undefined],
  [{ dueAt: now - 5 * minute }, '超 5 分钟', 'late'],
  [{ dueAt: now - 3 * hour }, '超 3 小时', 'late'],
  // Yesterday evening is a day, however few hours it is.
  [{ dueAt: now - 12 * hour }, '超 1 天', 'late'],
  [{ since: now - 20 * minute }, '20 分', undefined],
  [{ since: now - 9 * hour }, '9 小时', undefined],
  [{ since: now - 48 * hour }, '2 天', undefined],
  [{ kind: 'contact', since: now }, '未定时间', 'mut'],
  [{}, '', undefined],
] as const)('%j', (row, text, tone) => {
  expect(timeOfRow({ ...nothing, ...row }, now, t)).toEqual(tone === undefined ? { text } : { text, tone });
});
