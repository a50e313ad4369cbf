import { useRef, useState } from 'react';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { useFormPlace } from '../form/form-place.ts';
import type { OfferedAct } from './offered-acts.ts';
import { typedValues, type TypedValues } from './typed-values.ts';
import type { Acts } from './use-acts.ts';

/** The form of an act. What is typed is there again when the form is opened again, until the act is done or let be. */
export function useFilling<Act extends string>(acts: Acts<Act>, one: OfferedAct<Act>) {
  const { kind, record, trouble, pending, close, run, formOf } = acts;
  const { version } = record;
  const start: TypedValues = { ...(one.asksReason ? { reason: '' } : {}), ...one.start };
  const [value, setValue] = useState<TypedValues>({ ...start, ...typedValues.of(formOf(one)) });
  const latest = useRef(value);
  const show = (next: TypedValues) => {
    latest.current = next;
    setValue(next);
    typedValues.keep(formOf(one), next);
  };
  const set = (change: TypedValues) => show({ ...latest.current, ...change });
  const draft: Draft<TypedValues> = {
    value,
    version,
    recordVersion: version,
    record: start,
    isChanged: false,
    isRestored: false,
    set,
    rebase: (_version, next) => show(next),
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
