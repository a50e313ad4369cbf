import { useEffect, useMemo, useRef, useState } from 'react';
import type { OperationIdKeeper } from '../../service/operation-id.ts';
import { usePerson } from '../session/session.ts';
import { DraftBox, newestOf } from './draft-box.ts';
import type { KeptDraft } from './draft-box.ts';
import { draftKey, draftPlaces, leftDrafts, ownDraft } from './draft-places.ts';

/** What a person has typed and not saved yet. */
export interface Draft<Value extends object> {
  readonly value: Value;
  /** The version of the record that the typing began on; `undefined` for a new record. */
  readonly version: number | undefined;
  /** The version the record has now, as it is shown without the draft. */
  readonly recordVersion: number | undefined;
  /** Whether something was typed. */
  readonly isChanged: boolean;
  /** Whether it was typed before the page was last opened. */
  readonly isRestored: boolean;
  /** Changes some fields, and keeps them. */
  readonly set: (change: Partial<Value>) => void;
  /** Goes on upon another version of the record, with these values. */
  readonly rebase: (version: number, value: Value) => void;
  /** Throws the draft away. */
  readonly discard: () => void;
  /** How often it was thrown away: the key of its fields, so that text that stood for nothing yet goes with it. */
  readonly round: number;
  /** `saved` was saved: the draft is gone, and is shown until the record comes back as `savedVersion`. */
  readonly settle: (saved: Value, savedVersion: number | undefined) => void;
  /** Keeps the operation id with the draft. */
  readonly keeper: OperationIdKeeper;
}

/**
 * The draft `name` of the person signed in: every key is kept, through reload, crash and power cut, until `discard`.
 * Without changes it shows `initial` as it is now; `version` is the record's version that `initial` shows.
 */
export function useDraft<Value extends object>(name: string, initial: Value, version?: number): Draft<Value> {
  const { personId } = usePerson();
  const key = useMemo(() => draftKey(personId, name), [personId, name]);
  const box = useMemo(() => new DraftBox(key, draftPlaces), [key]);
  const [held, setHeld] = useState(() => heldUnder(key));
  const [round, setRound] = useState(0);
  const isPassed = held.savedVersion !== undefined && version !== undefined && version >= held.savedVersion;
  const current = held.key !== key ? heldUnder(key) : isPassed ? nothingHeld(key) : held;
  if (current !== held) setHeld(current);
  // What an answer that comes later must see is the form as it is then.
  const latest = useRef({ current, initial, version, box });
  useEffect(() => {
    latest.current = { current, initial, version, box };
  });

  const hold = (kept: KeptDraft | undefined, isRestored: boolean) => {
    const { current: before, box: ownBox } = latest.current;
    const next: Held = { key: before.key, kept, isRestored };
    latest.current = { ...latest.current, current: next };
    setHeld(next);
    if (kept) ownBox.put(kept);
    else ownBox.drop();
  };

  useEffect(() => {
    let isShown = true;
    void leftDrafts(personId, name).then((left) => {
      const found = newestOf(left);
      if (!isShown || !found || latest.current.current.kept) return;
      const [leftKey, newest] = found;
      // Others that were left are for the next time the form is opened.
      if (leftKey !== key) new DraftBox(leftKey, draftPlaces).drop();
      box.put(newest);
      box.flush();
      setHeld({ key, kept: newest, isRestored: true });
    });
    return () => {
      isShown = false;
      box.flush();
    };
  }, [personId, name, key, box]);

  const kept = ours<Value>(current.kept);
  return {
    value: kept ? { ...initial, ...kept.value } : initial,
    version: kept ? kept.version : version,
    recordVersion: version,
    isChanged: kept !== undefined && current.savedVersion === undefined,
    isRestored: current.isRestored,
    set: (change) => {
      // Several fields may be set before the next drawing.
      const before = ours<Value>(latest.current.current.kept);
      const value = { ...latest.current.initial, ...before?.value, ...change };
      const begunOn =
        latest.current.current.savedVersion ?? (before ? before.version : latest.current.version);
      hold(
        { value, version: begunOn, operationId: before?.operationId, at: Date.now() },
        latest.current.current.isRestored,
      );
    },
    rebase: (onVersion, value) => hold({ value, version: onVersion, at: Date.now() }, current.isRestored),
    discard: () => {
      hold(undefined, false);
      setRound((before) => before + 1);
    },
    round,
    settle: (saved, savedVersion) => {
      const { current: before, box: ownBox, version: shown } = latest.current;
      const isNewer = savedVersion !== undefined && shown !== undefined && shown < savedVersion;
      const typedOn = { ...saved, ...ours<Value>(before.kept)?.value };
      if (isNewer && JSON.stringify(typedOn) !== JSON.stringify(saved)) {
        // Typed on while the answer was under way: that goes on upon the version just saved.
        hold({ value: typedOn, version: savedVersion, at: Date.now() }, false);
        return;
      }
      ownBox.drop();
      const next = isNewer ? { ...before, isRestored: false, savedVersion } : nothingHeld(before.key);
      latest.current = { ...latest.current, current: next };
      setHeld(next);
    },
    keeper: {
      get: () => latest.current.current.kept?.operationId,
      set: (operationId) => {
        const before = latest.current.current.kept;
        if (!before) return;
        hold({ ...before, operationId }, latest.current.current.isRestored);
        // It must be kept before the act goes out.
        latest.current.box.flush();
      },
    },
  };
}

interface Held {
  readonly key: string;
  readonly kept: KeptDraft | undefined;
  readonly isRestored: boolean;
  /** Set once it is saved, until the record shows that version. */
  readonly savedVersion?: number | undefined;
}

/** What was kept, as what it is: only this hook puts values into the box, and always whole ones. */
function ours<Value>(kept: KeptDraft | undefined): (KeptDraft & { readonly value: Value }) | undefined {
  // The sentence above is the reason.
  return kept as (KeptDraft & { readonly value: Value }) | undefined;
}

function nothingHeld(key: string): Held {
  return { key, kept: undefined, isRestored: false };
}

function heldUnder(key: string): Held {
  const kept = ownDraft(key);
  return { key, kept, isRestored: kept !== undefined };
}
