import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftBox, flushDrafts, keepWithinMs, newestOf } from '../../../renderer/app/drafts/draft-box.ts';
import type { KeptDraft } from '../../../renderer/app/drafts/draft-box.ts';

const draft = (value: string, at = 1): KeptDraft => ({ value: { summary: value }, at });

function places() {
  const quick = new Map<string, KeptDraft>();
  const sure = new Map<string, KeptDraft>();
  const put = (place: Map<string, KeptDraft>) => (key: string, kept: KeptDraft | undefined) => {
    if (kept) place.set(key, kept);
    else place.delete(key);
  };
  return {
    quick,
    sure,
    now: put(quick),
    surely: async (key: string, kept: KeptDraft | undefined) => put(sure)(key, kept),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('keeping a draft', () => {
  test('every word is written within the promised time, however quickly the person types on', () => {
    const { quick, ...rest } = places();
    const box = new DraftBox('a', rest);
    let typed = '';
    for (const character of 'the pump is leaking again') {
      typed += character;
      box.put(draft(typed));
      vi.advanceTimersByTime(40);
      const written = JSON.stringify(quick.get('a')?.value ?? '').length;
      const missing = JSON.stringify(draft(typed).value).length - written;
      if (typed.length > 6) expect(missing).toBeLessThanOrEqual(Math.ceil(keepWithinMs / 40));
    }
    vi.advanceTimersByTime(keepWithinMs);
    expect(quick.get('a')).toEqual(draft('the pump is leaking again'));
  });

  test('in both places', () => {
    const { quick, sure, ...rest } = places();
    new DraftBox('a', rest).put(draft('x'));
    vi.advanceTimersByTime(keepWithinMs);
    expect([quick.get('a'), sure.get('a')]).toEqual([draft('x'), draft('x')]);
  });

  test('at once when the page is about to go', () => {
    const { quick, ...rest } = places();
    new DraftBox('a', rest).put(draft('x'));
    new DraftBox('b', rest).put(draft('y'));
    expect(quick.size).toBe(0);
    flushDrafts();
    expect([...quick.keys()]).toEqual(['a', 'b']);
  });

  test('dropped, it stays away: what waited is not written afterwards', () => {
    const { quick, sure, ...rest } = places();
    const box = new DraftBox('a', rest);
    box.put(draft('x'));
    box.flush();
    box.put(draft('xy'));
    box.drop();
    vi.advanceTimersByTime(10 * keepWithinMs);
    flushDrafts();
    expect([quick.size, sure.size]).toEqual([0, 0]);
  });

  test('the quick copy is kept where the sure one cannot be written', async () => {
    const { quick, now } = places();
    const box = new DraftBox('a', { now, surely: () => Promise.reject(new Error('no disk')) });
    box.put(draft('x'));
    box.flush();
    await vi.runAllTimersAsync();
    expect(quick.get('a')).toEqual(draft('x'));
  });
});

test('of several drafts left behind, the newest is taken up', () => {
  const left = new Map([
    ['a', draft('old', 5)],
    ['b', draft('new', 9)],
    ['c', draft('older', 1)],
  ]);
  expect(newestOf(left)).toEqual(['b', draft('new', 9)]);
  expect(newestOf(new Map())).toBeUndefined();
});
