import { expect, test } from 'vitest';
import { textIn } from '../../../../renderer/app/text.ts';
import { reasonsText } from '../../../../renderer/components/warranty/reasons.ts';

const months = {
  key: 'warranty.reasonMonthsWithin',
  parameters: { startDay: '2024-12-21', months: 24, endDay: '2026-12-21', days: 29 },
};
const kilometres = {
  key: 'warranty.reasonKilometresWithin',
  parameters: { limit: 200_000, reading: 186_400, left: 13_600 },
};
const rest = { key: 'warranty.reasonRestOfTerm', parameters: { day: '2026-11-03' } };

test('the words a clerk reads out', () => {
  const t = textIn('zh-CN');
  expect(reasonsText([months], t)).toBe('自 2024-12-21 起 24 个月，保到 2026-12-21，还有 29 天');
  expect(reasonsText([months, kilometres, rest], t)).toBe(
    '自 2024-12-21 起 24 个月，保到 2026-12-21，还有 29 天；保到 200,000 km，现为 186,400 km，还有 13,600 km；先到为准；该部件 2026-11-03 已三包更换，继续使用剩余期限',
  );
  expect(reasonsText([{ key: 'warranty.unknown', parameters: {} }], t)).toBe('');
  expect(reasonsText([months, kilometres], textIn('en'))).toContain('; whichever comes first');
});
