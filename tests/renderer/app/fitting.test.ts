import { describe, expect, test } from 'vitest';
import { fitting } from '../../../renderer/app/drafts/fitting.ts';
import { fittingChoice } from '../../../renderer/grid/use-remembered.ts';

const line = { key: '', partId: '', quantity: null, notes: '' };
const initial = { name: '', day: '2026-11-01', count: 1, active: true, unit: null, lines: [] };

describe('a draft that an older program kept', () => {
  test('opens with the fields that still exist; a field that is gone is left out, a new one is as usual', () => {
    const kept = { name: '市公交', fax: '0311', day: null, unit: { id: 'u' } };
    expect(fitting(initial, kept)).toEqual({ ...initial, name: '市公交', day: null, unit: { id: 'u' } });
  });

  test('leaves out a field whose kind has changed', () => {
    const kept = { name: ['市公交'], count: '12', active: 'yes', lines: { a: 1 } };
    expect(fitting(initial, kept)).toEqual(initial);
  });

  test('takes rows over field by field too', () => {
    const kept = { lines: [{ key: 'a', partId: 'p', quantity: 2000, colour: 'red' }] };
    expect(fitting(initial, kept, { lines: line }).lines).toEqual([
      { key: 'a', partId: 'p', quantity: 2000, notes: '' },
    ]);
  });

  test('is not there when it is no record at all', () => {
    expect(fitting(initial, 'text')).toBe(initial);
    expect(fitting(initial, null)).toBe(initial);
  });
});

describe('a choice that an older program remembered', () => {
  const segments = ['due', 'all'] as const;
  test('stands while it is offered', () => {
    expect(fittingChoice<'due' | 'all'>('due', 'all', segments)).toBe('all');
    expect(fittingChoice<'due' | 'all'>('due', 'waiting', segments)).toBe('due');
    expect(fittingChoice(true, false)).toBe(false);
    expect(fittingChoice('', null)).toBe('');
  });

  test('is taken over or dropped field by field', () => {
    const everything: { readonly kind: string | null; readonly fromDay: string | null } = {
      kind: null,
      fromDay: null,
    };
    const known = { kind: 'fax', fromDay: '2026-01-01', colour: 'red' };
    expect(fittingChoice(everything, known, { kind: ['call', 'letter'] })).toEqual({
      kind: null,
      fromDay: '2026-01-01',
    });
  });
});
