import { expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { recordKindOf } from '#shared/domain/looks.ts';
import { actWord, kindWord, personWord } from '#shared/messages/audit-words.ts';
import { textIn } from '../../../../renderer/app/text.ts';
import {
  auditFilterOf,
  auditWishIn,
  isLookedAt,
  pathOfSubject,
} from '../../../../renderer/features/settings/audit/audit-words.ts';
import { comparedFields } from '../../../../renderer/features/settings/audit/compared-fields.ts';

const t = textIn('zh-CN');
const row = (subjectKind: string, before: unknown, after: unknown) => ({
  sequence: 1,
  at: 0,
  personName: '',
  act: 'x.y',
  subjectKind,
  subjectId: 'id',
  before,
  after,
  hash: '',
});
const people = new Map([['p1', '王晓梅']]);

test('what nobody asked for was done by the program, in the language of the screen', () => {
  const words = [
    personWord(theProgram.name, t.language),
    personWord(theProgram.name, 'en'),
    personWord('王晓梅', t.language),
  ];
  expect(words).toEqual(['程序', 'the program', '王晓梅']);
});

test('what a role may do is told in words, and a role of the firm that somebody holds by its name', () => {
  const role = row('role', { permissions: ['cases.view'] }, { permissions: ['cases.view', 'cases.edit'] });
  const [field] = comparedFields(role, people, t);
  expect(field).toMatchObject({
    name: '权限',
    before: '查看服务单',
    after: '查看服务单、修改、推进服务单',
  });
  const person = row('person', { roles: ['clerk'] }, { roles: ['clerk', 'r1'] });
  const [held] = comparedFields(person, new Map([['r1', '派工员']]), t);
  expect(held).toMatchObject({ name: '角色', before: '前台', after: '前台、派工员' });
});

test('what differs comes first, in words, with money, quantities, times and people as they are written', () => {
  const before = {
    name: '一',
    amountFen: 128_650,
    quantity: 2500,
    decidedBy: null,
    state: 'submitted',
    active: true,
  };
  const after = {
    name: '一',
    amountFen: 128_650,
    quantity: 3000,
    decidedBy: 'p1',
    state: 'approved',
    decidedAt: 1_793_494_800_000,
  };
  const fields = comparedFields(row('requisition', before, after), people, t);
  expect(fields.map(({ name, before: one, after: other }) => `${name}: ${one} > ${other}`)).toEqual([
    '数量: 2.5 > 3',
    '审批人:  > 王晓梅',
    '状态: 待审 > 已批准',
    '在用: 是 > ',
    '审批时间:  > 2026/11/01 09:00',
    '名称: 一 > 一',
    '金额: 1,286.50 > 1,286.50',
  ]);
});

test('lines stand under one another; lists of words in one line; unknown fields and words as they are', () => {
  const after = {
    lines: [
      { partId: 'x', quantity: 1000, judgementId: null },
      { partId: 'y', quantity: 500 },
    ],
    roles: ['clerk', 'leader'],
    strange: 'warp',
  };
  const fields = new Map(
    comparedFields(row('person', null, after), people, t).map((field) => [field.name, field.after]),
  );
  expect(fields.get('明细')).toBe('备件 x、数量 1\n备件 y、数量 0.5');
  expect(fields.get('角色')).toBe('前台、部门负责人');
  expect(fields.get('strange')).toBe('warp');
  expect(comparedFields(row('setting', [{ code: 'a' }], [{ code: 'b' }]), people, t)).toMatchObject([
    { name: '明细', before: '代码 a', after: '代码 b' },
  ]);
  expect(comparedFields(row('session', null, null), people, t)).toEqual([]);
});

test('a sign-in that failed tells how, from where, why, and until when the account is locked', () => {
  const after = {
    signInBy: 'pin',
    device: 'Windows Web',
    signedInId: 'p1',
    refusedBecause: 'wrongSecret',
    wrongTries: 3,
    lockedUntil: 1_793_494_805_000,
  };
  const told = comparedFields(row('signInTry', null, after), people, t).map(
    (field) => `${field.name} ${field.after}`,
  );
  expect(told).toEqual([
    '方式 PIN',
    '设备 Windows Web',
    '当时登录的人 王晓梅',
    '原因 密码或 PIN 不对',
    '连续输错次数 3',
    '锁定到 2026/11/01 09:00',
  ]);
  expect(
    ['session.refuseSignIn', 'session.lockOut', 'session.tryWhileLocked'].map((act) =>
      actWord(act, t.language),
    ),
  ).toEqual(['登录被拒', '登录被拒并锁定', '锁定期间又试']);
  expect(kindWord('signInTry', t.language)).toBe('登录失败');
});

test('acts and kinds are said in words, and lead to the record where it has a screen', () => {
  expect([actWord('requisitions.approve', t.language), kindWord('requisition', t.language)]).toEqual([
    '批准',
    '领料单',
  ]);
  expect([actWord('strange.warp', t.language), kindWord('strange', t.language)]).toEqual([
    'strange.warp',
    'strange',
  ]);
  expect(pathOfSubject(row('case', null, null))).toBe('/cases/id');
  expect(pathOfSubject(row('person', null, null))).toBe('/settings/people/id');
  expect(pathOfSubject(row('session', null, null))).toBeUndefined();
});

test('what a list was handed out with is said in the words of its noun', () => {
  const after = {
    rowCount: 2,
    filter: {
      filter: { states: ['due'], overdue: true },
      sort: { by: 'dueDay', descending: false },
      columns: ['number', 'dueDay'],
    },
  };
  const handedOut = { ...row('export', null, after), subjectId: 'oldParts.exportList' };
  expect(comparedFields(handedOut, people, t).map(({ name, after: told }) => `${name}: ${told}`)).toEqual([
    '行数: 2',
    '筛选: 筛选 状态 未回、逾期 是、排序 按 应回日期、降序 否、列 旧件号、应回日期',
  ]);
  const onPaper = { ...row('export', null, { filter: {} }), subjectId: 'old-parts/due' };
  expect(comparedFields(onPaper, people, t).map(({ name }) => name)).toEqual(['筛选']);
});

test('a look is about the record that was looked at', () => {
  const look = row('look', null, { kind: 'customer' });
  expect(actWord('customers.look', t.language)).toBe('查看');
  expect(recordKindOf(look)).toBe('customer');
  expect(pathOfSubject(look)).toBe('/customers/id');
  expect(pathOfSubject(row('look', null, { kind: 'unit' }))).toBe('/customers/units/id');
  expect(recordKindOf(row('case', null, { kind: 'customer' }))).toBe('case');
  expect(recordKindOf(row('look', null, null))).toBe('look');
  expect(['customer', 'part'].map(isLookedAt)).toEqual([true, false]);
});

test('looks are left out of the list until they are asked for', () => {
  const nothing = { kind: undefined, person: undefined, subject: undefined };
  expect(auditFilterOf(nothing)).toEqual({ withoutLooks: true });
  expect(auditFilterOf({ ...nothing, person: 'p1' })).toEqual({ withoutLooks: true, personId: 'p1' });
  expect(auditFilterOf({ ...nothing, kind: 'look', subject: 'c1' })).toEqual({
    subjectKind: 'look',
    subjectId: 'c1',
  });
  expect(auditFilterOf({ kind: 'case', person: 'p1', subject: 'c1' })).toEqual({
    subjectKind: 'case',
    personId: 'p1',
    subjectId: 'c1',
  });
});

test('days of the path are asked for; what is no day is not', () => {
  const wish = auditWishIn({ fromDay: '2026-11-01', untilDay: '2026-02-30', kind: '', person: 7 });
  expect(auditFilterOf(wish)).toEqual({ withoutLooks: true, fromDay: '2026-11-01' });
});
