import type { DutyRow } from '#shared/contract/duties.contract.ts';
import { stateWord } from '../../app/state-word.ts';
import { type Text, useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Tag } from '../../components/tag.tsx';
import type { Drawings } from '../../grid/told-columns.tsx';
import { soonMs, timeLeft } from './time-left.ts';

/** How the list draws what is more than words. */
export const drawings: Drawings<DutyRow> = {
  dueAt: { tone: (row) => (row.state === 'late' ? 'late' : undefined) },
  state: { draw: (row) => <DutyTime row={row} />, text: (row, t) => timeWords(row, Date.now(), t) },
  number: { tone: () => 'acc' },
};

/** How a duty stands: the time left while it is open, how it ended after that. */
export function DutyTime({ row }: { readonly row: DutyRow }) {
  const t = useText();
  const now = useNow();
  return <Tag tone={toneOf(row, now)}>{timeWords(row, now, t)}</Tag>;
}

function toneOf({ state, isPaused, dueAt }: DutyRow, now: number) {
  if (state === 'met') return 'good';
  if (state === 'missed') return 'late';
  if ((state !== 'open' && state !== 'late') || isPaused) return undefined;
  if (dueAt < now) return 'late';
  return dueAt - now < soonMs ? 'soon' : undefined;
}

function timeWords({ state, isPaused, dueAt }: DutyRow, now: number, t: Text): string {
  if (state !== 'open' && state !== 'late') return stateWord(t, 'dutyState', state);
  return isPaused ? t('duties.paused') : timeLeft(dueAt, now, t);
}
