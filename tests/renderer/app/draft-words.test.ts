import { expect, test } from 'vitest';
import { wordsOfDraft } from '../../../renderer/app/drafts/draft-words.ts';

test('of a draft whose form is gone, what was typed is read with its label; ids and choices are not', () => {
  const call = {
    telephone: '138 0133 4410',
    callerName: '周师傅',
    category: 'complaint',
    urgency: 'outOfService',
    summary: '漏水，两处',
    customer: { id: '0192f0c1-7a5e-7c33-9d0b-4f2d5a6b7c8d', name: '市第二公交公司' },
    answer: '',
    startedAt: 1_700_000_000_000,
    lines: [{ key: '1', notes: '第一行' }],
  };
  const words = wordsOfDraft(call, 'zh-CN');
  expect(words.map(({ text }) => text)).toEqual([
    '138 0133 4410',
    '周师傅',
    '漏水，两处',
    '市第二公交公司',
    '第一行',
  ]);
  expect(words[0]?.label).not.toBe('');
});
