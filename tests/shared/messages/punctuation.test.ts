import { expect, test } from 'vitest';
import * as chinese from '#shared/messages/zh-CN/index.ts';

/** A mark of another script beside a Chinese character or a fact put in. */
const narrowMark = /[\p{Script=Han}}][:;,!?(]|[:;,!?)][\p{Script=Han}{]/u;

test('Chinese sentences have the punctuation of Chinese', () => {
  const sentences = Object.values(chinese).flatMap((module) => Object.values(module) as readonly string[]);
  expect(sentences.length).toBeGreaterThan(1000);
  expect(sentences.filter((sentence) => narrowMark.test(sentence))).toEqual([]);
});
