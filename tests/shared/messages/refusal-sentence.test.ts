import { expect, test } from 'vitest';
import { refusalSentence } from '#shared/messages/refusal-sentence.ts';

test.each([
  ['zh-CN', '服务报告还缺：完工时间、故障原因。补全后才能打印。'],
  ['en', /finish time, cause/],
] as const)('what a report lacks is said in words, %s', (language, sentence) => {
  const said = refusalSentence(language, 'REPORT_INCOMPLETE', { missing: ['finishTime', 'cause'] });
  expect(said).toMatch(sentence);
});

test.each([
  ['FB202611-0001', 'signed', '已签字'],
  ['FB-T0001', 'draft', '草稿'],
  ['LL202611-0001', 'issued', '已发料'],
  ['RK202611-0001', 'posted', '已入账'],
  ['FW202611-0001', 'closed', '已关闭'],
  ['XX-1', 'odd', 'odd'],
])('the state of %s, %s, is said as %s', (number, state, word) => {
  expect(refusalSentence('zh-CN', 'WRONG_STATE', { number, state })).toContain(`“${word}”`);
});

test('the kind of a record that was not found is said in words', () => {
  expect(refusalSentence('zh-CN', 'NOT_FOUND', { kind: 'report' })).toContain('（服务报告）');
  expect(refusalSentence('zh-CN', 'NOT_FOUND', { kind: 'odd' })).toContain('（odd）');
});

test('who lacks a permission hears whose work it is', () => {
  expect(refusalSentence('zh-CN', 'NOT_PERMITTED', { permission: 'requisitions.approve' })).toBe(
    '这一步由部门负责人办理，您的账号没有这项权限。确需办理，请管理员加上角色。',
  );
  expect(refusalSentence('en', 'NOT_PERMITTED', { permission: 'stock.reverse' })).toContain(
    'warehouse, leader',
  );
});

test('a role of the preset is told by its name, one of the firm by the name it was given', () => {
  const said = (role: string) =>
    refusalSentence('zh-CN', 'ROLE_IN_USE', { role, holders: ['孙丽', '王晓梅'] });
  expect(said('clerk')).toBe('还有人是“前台”：孙丽、王晓梅。请先给他们换角色，再停用它。');
  expect(said('派工员')).toContain('“派工员”');
});

test('what the administrator keeps is told in words', () => {
  const said = refusalSentence('zh-CN', 'ADMIN_KEEPS', { permissions: ['people.edit', 'settings.edit'] });
  expect(said).toContain('管理人员和角色、修改设置');
});

test('numbers keep their units', () => {
  const facts = { part: '水泵', openQuantity: 1500 };
  expect(refusalSentence('zh-CN', 'MORE_THAN_ISSUED', facts)).toContain('1.5');
});

test('why something could not be kept is said in words', () => {
  expect(refusalSentence('zh-CN', 'STORAGE_FAILED', { reason: 'diskFull' })).toContain('（磁盘已满）');
  expect(refusalSentence('en', 'STORAGE_FAILED', { reason: 'diskFull' })).toContain('(the disk is full)');
  expect(refusalSentence('zh-CN', 'STORAGE_FAILED', { reason: 'odd' })).toContain('（odd）');
});

test('a moment is said as one, whether its gap is called at or somethingAt', () => {
  const at = Date.UTC(2026, 10, 22, 15, 17);
  expect(
    refusalSentence('zh-CN', 'CHANGED_MEANWHILE', {
      kind: 'requisition',
      id: 'x',
      by: '刘部长',
      at,
      current: null,
    }),
  ).toBe('刘部长 已在 2026/11/22 23:17 改过这条记录。请对照两个版本后决定。');
  expect(refusalSentence('en', 'SIGNED_BEFORE_FINISH', { finishedAt: at })).toContain('22/11/2026');
});
