import { describe, expect, test } from 'vitest';
import { permissions } from '#shared/domain/permissions.ts';
import { textIn } from '../../../../renderer/app/text.ts';
import { offeredActs, saidOf } from '../../../../renderer/components/acts/offered-acts.ts';

const everything = [...permissions];
const inWords = (told: object, state = 'damaged') =>
  offeredActs('tool', state, everything, told).map(({ act, how }) => `${act} ${how}`);

describe('the acts that a page offers', () => {
  const quiet = { edit: false, markChecked: false, askLose: false, lose: false };

  test('are those of the card in the state, asked for their reason without a word of the page', () => {
    expect(inWords(quiet)).toEqual(['putBack asks', 'retire asks']);
    expect(inWords(quiet, 'lost')).toEqual(['putBack asks', 'retire asks']);
    expect(inWords(quiet, 'outOfUse')).toEqual([]);
    const [putBack] = offeredActs('tool', 'damaged', everything, quiet);
    expect(putBack).toMatchObject({ word: 'tools.putBack', label: 'tools.putBack', asksReason: true });
  });

  test('stand in the order told, and the others after them', () => {
    const told = { retire: {}, markChecked: { goes: () => undefined } };
    expect(inWords({ edit: false, askLose: false, lose: false, ...told })).toEqual([
      'retire asks',
      'markChecked elsewhere',
      'putBack asks',
    ]);
  });

  test('ask nothing where the page has the whole input, and where it says so', () => {
    const waits = offeredActs('requisition', 'submitted', everything, {
      withdraw: { isAtOnce: true, start: { reason: '' } },
      approve: { start: { reason: '' } },
    });
    expect(waits.slice(0, 2).map(({ act, how }) => `${act} ${how}`)).toEqual([
      'withdraw atOnce',
      'approve atOnce',
    ]);
  });

  test('are none of those that the person may not do', () => {
    const lends = offeredActs('tool', 'inStore', ['tools.lend'], { lend: { fields: () => null } });
    expect(lends.map(({ act, how }) => `${act} ${how}`)).toEqual(['lend asks']);
  });
});

describe('what is said once an act is done', () => {
  const t = textIn('en');
  const record = { id: '1', version: 3, number: 'GJ0001', state: 'inStore' };
  const after = (act: 'lose' | 'retire', version: number) => {
    const [one] = offeredActs('tool', 'inStore', everything, { [act]: {} });
    return one && saidOf(t, 'tool', one, { version, number: 'GJ0001' }, record, {});
  };

  test('is that others must sign, as long as a decision changes nothing', () => {
    expect(after('lose', 3)).toBe('GJ0001 signed; others must sign too');
    expect(after('lose', 4)).toBe('GJ0001 saved');
    expect(after('retire', 3)).toBe('GJ0001 saved');
  });

  test('is the sentence of the act, with the number that it was given', () => {
    const [one] = offeredActs('requisition', 'submitted', everything, { approve: {} });
    const said = one && saidOf(t, 'requisition', one, { version: 4, number: 'LL0001' }, record, {});
    expect(said).toBe('LL0001 approved');
  });
});
