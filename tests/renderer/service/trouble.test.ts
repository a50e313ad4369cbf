import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { textIn } from '../../../renderer/app/text.ts';
import { faultSentence } from '../../../renderer/components/form/fault-sentence.ts';
import { sentenceOf } from '../../../renderer/components/trouble-banner.tsx';
import { ConnectionLost } from '../../../renderer/service/connection.ts';
import { faultsOf, isOfReading, troubleOf } from '../../../renderer/service/trouble.ts';

const refusal = (code: string, data: unknown, message = '一句话') => new ORPCError(code, { data, message });

describe('what an error means', () => {
  test('a refusal of the host, with its facts and its sentence', () => {
    expect(troubleOf(refusal('OUT_OF_STOCK', { part: 'x', account: 'y', availableQuantity: 500 }))).toEqual({
      kind: 'refused',
      code: 'OUT_OF_STOCK',
      facts: { part: 'x', account: 'y', availableQuantity: 500 },
      message: '一句话',
    });
  });

  test('no answer', () => {
    expect(troubleOf(new ConnectionLost('x'))).toEqual({ kind: 'lost' });
    expect(troubleOf(new Error('wrapped', { cause: new ConnectionLost('x') }))).toEqual({ kind: 'lost' });
  });

  test.each([
    ['an error of the wire under the same name', new ORPCError('NOT_FOUND')],
    ['a code nobody knows', refusal('SOMETHING_NEW', {})],
    ['a fault of the program', new TypeError('x is not a function')],
    ['an internal error', new ORPCError('INTERNAL_SERVER_ERROR')],
  ])('the program is at fault: %s', (_name, error) => {
    expect(troubleOf(error).kind).toBe('unexpected');
  });

  test('each has a sentence in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const t = textIn(language);
      const troubles = [
        troubleOf(new ConnectionLost('x')),
        troubleOf(new Error('x')),
        { kind: 'savedBefore' } as const,
        troubleOf(refusal('NO_LINES', {}, '')),
      ];
      for (const trouble of troubles) expect(sentenceOf(trouble, t).length).toBeGreaterThan(5);
    }
  });
});

describe('faults at their fields', () => {
  const issues = [
    { path: 'name', code: 'required' },
    { path: 'name', code: 'tooLong', limit: 80 },
    { path: 'lines.0.quantity', code: 'tooSmall', limit: 1 },
  ];

  test('by path, the first of each field', () => {
    expect(faultsOf(troubleOf(refusal('INVALID_INPUT', { issues })))).toEqual({
      name: { code: 'required', limit: undefined },
      'lines.0.quantity': { code: 'tooSmall', limit: 1 },
    });
  });

  test('a value that exists already stands at its field with the host’s sentence', () => {
    const faults = faultsOf(
      troubleOf(refusal('ALREADY_EXISTS', { field: 'number', value: 'A-1' }, '“A-1”已经有了')),
    );
    expect(faults).toEqual({ number: { code: 'ALREADY_EXISTS', message: '“A-1”已经有了' } });
  });

  test('no other trouble is a field’s', () => {
    const jump = troubleOf(refusal('HOURS_JUMP', { lastDay: '2026-11-01', lastHours: 5, days: 3 }));
    expect(Object.keys(faultsOf(jump))).toEqual(['operatingHours']);
    expect(isOfReading(jump)).toBe(true);
    expect(faultsOf(troubleOf(refusal('NO_LINES', {})))).toEqual({});
    expect(faultsOf({ kind: 'lost' })).toEqual({});
    expect(faultsOf(null)).toEqual({});
  });

  test('in words', () => {
    const t = textIn('zh-CN');
    expect(faultSentence({ code: 'tooLong', limit: 80 }, t)).toBe('最多 80 个字符');
    expect(faultSentence({ code: 'nobodyKnows' }, t)).toBe('格式不对');
    expect(faultSentence({ code: 'x', message: '现成的话' }, t)).toBe('现成的话');
  });
});
