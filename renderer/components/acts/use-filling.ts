import { useState } from 'react';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { useFormPlace } from '../form/form-place.ts';
import type { OfferedAct } from './offered-acts.ts';
import type { Acts } from './use-acts.ts';

type Values = Readonly<Record<string, unknown>>;

/** The form of an act. What is typed lives as long as the form: an act is done at once, or not at all. */
export function useFilling<Act extends string>(acts: Acts<Act>, one: OfferedAct<Act>) {
  const { kind, record, trouble, pending, close, run } = acts;
  const { version } = record;
  const start: Values = { ...(one.asksReason ? { reason: '' } : {}), ...one.start };
  const [value, setValue] = useState(start);
  const set = (change: Values) => setValue((before) => ({ ...before, ...change }));
  const draft: Draft<Values> = {
    value,
    version,
    recordVersion: version,
    record: start,
    isChanged: false,
    isRestored: false,
    set,
    rebase: (_version, next) => setValue(next),
    discard: close,
    round: 0,
    settle: close,
    keeper: { get: () => undefined, set: () => undefined },
  };
  return {
    of: kind,
    draft,
    bind: (name: string) => ({ value: value[name], onChange: (next: unknown) => set({ [name]: next }) }),
    place: useFormPlace(),
    save: () => run(one, value),
    pending: pending !== undefined,
    trouble,
    // Whoever acts upon an older version reads so in the refusal, and presses again once the newer one is there.
    conflict: null,
    theirs: null,
    keepMine: close,
    takeTheirs: close,
    compared: new Map(),
    comparedRows: new Map(),
  };
}
