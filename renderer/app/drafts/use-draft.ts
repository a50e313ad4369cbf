import { useEffect, useMemo, useRef, useState } from 'react';
import type { OperationIdKeeper } from '../../service/operation-id.ts';
import { usePerson } from '../session/session.ts';
import { DraftBox, newestOf, type KeptDraft } from './draft-box.ts';
import { draftKey, draftPlaces, leftDrafts, ownDraft } from './draft-places.ts';
import { fitting, type BlankRows } from './fitting.ts';

/** The words that a person has typed and not saved yet. */
export interface Draft<Value extends object> {
  readonly value: Value;
  /** The version of the record that the typing began on; `undefined` for a new record. */
  readonly version: number | undefined;
  /** The version the record has now, as it is shown without the draft. */
  readonly recordVersion: number | undefined;
  /** The record as it is now, without what was typed. */
  readonly record: Value;
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
  /** How often the draft was thrown away; as the React key of the fields it clears text that was not taken yet. */
  readonly round: number;
  /** Forgets the draft after `saved` was saved, and shows it until the record arrives as `savedVersion`. */
  readonly settle: (saved: Value, savedVersion: number | undefined) => void;
  /** Keeps the operation id with the draft. */
  readonly keeper: OperationIdKeeper;
}

/**
 * The draft `name` of the person signed in. Every key is kept until `discard`, through reload, crash and power cut.
 * Without a draft the form shows `initial`; `version` is the version of the record in `initial`. `blankRows` has an empty
 * row for each field that holds rows, so that rows of an older program are taken over field by field.
 */
export function useDraft<Value extends object>(
  name: string,
  initial: Value,
  version?: number,
  blankRows?: BlankRows<Value>,
): Draft<Value> {
  const { personId } = usePerson();
  const key = useMemo(() => draftKey(personId, name), [personId, name]);
  const box = useMemo(() => new DraftBox(key, draftPlaces), [key]);
  const restored = (kept: KeptDraft | undefined): Held<Value> => ({
    key,
    kept: kept && { ...kept, value: fitting(initial, kept.value, blankRows) },
    isRestored: kept !== undefined,
  });
  const [held, setHeld] = useState(() => restored(ownDraft(key)));
  const [round, setRound] = useState(0);
  const isRecordHere = held.savedVersion !== undefined && (version ?? 0) >= held.savedVersion;
  const current = held.key !== key ? restored(ownDraft(key)) : isRecordHere ? nothingHeld<Value>(key) : held;
  if (current !== held) setHeld(current);

  // Several fields may change before the next drawing, and answers arrive later: both read the newest state from here.
  const latest = useRef({ current, initial, version, box, restored });
  useEffect(() => {
    latest.current = { current, initial, version, box, restored };
  });
  const show = (next: Held<Value>) => {
    latest.current = { ...latest.current, current: next };
    setHeld(next);
  };
  const keep = (kept: Kept<Value>, isRestored: boolean) => {
    show({ key: latest.current.current.key, kept, isRestored });
    latest.current.box.put(kept);
  };
  const forget = () => {
    show(nothingHeld(latest.current.current.key));
    latest.current.box.drop();
  };

  // The window of an older draft may be gone, and a power cut may have left the copy on the disk alone.
  useEffect(() => {
    let isShown = true;
    void leftDrafts(personId, name).then((left) => {
      const found = newestOf(left);
      if (!isShown || !found || latest.current.current.kept) return;
      const [leftKey, newest] = found;
      // Older drafts stay for the next time the form is opened.
      if (leftKey !== key) new DraftBox(leftKey, draftPlaces).drop();
      box.put(newest);
      box.flush();
      setHeld(latest.current.restored(newest));
    });
    return () => {
      isShown = false;
      box.flush();
    };
  }, [personId, name, key, box]);

  const { kept, isRestored } = current;
  return {
    value: kept ? { ...initial, ...kept.value } : initial,
    version: kept ? kept.version : version,
    recordVersion: version,
    record: initial,
    isChanged: kept !== undefined && current.savedVersion === undefined,
    isRestored,
    set: (change) => {
      const { current: before, initial: shown, version: shownVersion } = latest.current;
      const begunOn = before.savedVersion ?? (before.kept ? before.kept.version : shownVersion);
      const value = { ...shown, ...before.kept?.value, ...change };
      keep(
        { value, version: begunOn, operationId: before.kept?.operationId, at: Date.now() },
        before.isRestored,
      );
    },
    rebase: (onVersion, value) => keep({ value, version: onVersion, at: Date.now() }, isRestored),
    discard: () => {
      forget();
      setRound((before) => before + 1);
    },
    round,
    settle: (saved, savedVersion) => {
      const { current: before, version: shownVersion } = latest.current;
      if (savedVersion === undefined || shownVersion === undefined || shownVersion >= savedVersion)
        return forget();
      const typed = { ...saved, ...before.kept?.value };
      // The person typed on while the answer was under way: the draft goes on upon the version just saved.
      if (JSON.stringify(typed) !== JSON.stringify(saved))
        return keep({ value: typed, version: savedVersion, at: Date.now() }, false);
      show({ ...before, isRestored: false, savedVersion });
      latest.current.box.drop();
    },
    keeper: {
      get: () => latest.current.current.kept?.operationId,
      set: (operationId) => {
        const { current: before, box: ownBox } = latest.current;
        if (!before.kept) return;
        keep({ ...before.kept, operationId }, before.isRestored);
        // The operation id must be kept before the act goes out.
        ownBox.flush();
      },
    },
  };
}

type Kept<Value> = KeptDraft & { readonly value: Value };

interface Held<Value> {
  readonly key: string;
  readonly kept: Kept<Value> | undefined;
  readonly isRestored: boolean;
  /** Set from the answer of a save until the record arrives with that version. */
  readonly savedVersion?: number | undefined;
}

function nothingHeld<Value>(key: string): Held<Value> {
  return { key, kept: undefined, isRestored: false };
}
