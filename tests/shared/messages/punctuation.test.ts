import { expect, test } from 'vitest';
import { clauses, listed, saidBy, withDetail } from '#shared/messages/punctuation.ts';
import { chinese } from '#shared/messages/books.ts';

/** A mark of another script beside a Chinese character or a fact put in. */
const narrowMark = /[\p{Script=Han}}][:;,!?(]|[:;,!?)][\p{Script=Han}{]/u;

test('Chinese sentences have the punctuation of Chinese', () => {
  const sentences = Object.values(chinese).flatMap((module) => Object.values(module) as readonly string[]);
  expect(sentences.length).toBeGreaterThan(1000);
  expect(sentences.filter((sentence) => narrowMark.test(sentence))).toEqual([]);
});

test('what the program puts together has the marks of the language', () => {
  expect(listed('zh-CN', ['0551-72274180', '136 7777 8888'])).toBe('0551-72274180、136 7777 8888');
  expect(listed('en', ['A-01', 'A-02'])).toBe('A-01, A-02');
  expect(clauses('zh-CN', ['装车', '退库'])).toBe('装车；退库');
  expect(withDetail('zh-CN', '三包内', ['底盘 3.2', '余 47 天'])).toBe('三包内（底盘 3.2，余 47 天）');
  expect(withDetail('en', 'Covered', ['3.2', ''])).toBe('Covered (3.2)');
  expect(withDetail('zh-CN', '三包外', [''])).toBe('三包外');
  expect(saidBy('zh-CN', '刘部长', '老客户')).toBe('刘部长：老客户');
  expect(saidBy('en', 'Liu', 'old customer')).toBe('Liu: old customer');
});
