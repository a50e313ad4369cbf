import { useEffect, useRef } from 'react';
import type { Refusals } from '#shared/contract/refusals.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Draft } from '../../app/drafts/use-draft.ts';
import type { MessageKey } from '../../app/text.ts';
import { announceChanges } from '../../service/changes.ts';
import type { Trouble } from '../../service/trouble.ts';
import { useAct, type ActInput, type ActProcedure } from '../../service/use-act.ts';
import type { ComparedRows, RowFields } from './differing.ts';
import { useFormPlace, type FormPlace } from './form-place.ts';

/** A field's value and how to change it. */
export interface Bound<Value> {
  readonly value: Value;
  readonly onChange: (next: Value) => void;
}

/** A field as the comparison of two versions shows it. */
export interface ComparedField {
  readonly label: MessageKey;
  /** `of` is the version that the value stands in. */
  readonly show: (value: unknown, of: object) => string;
  /** Fields that are filled together with this one, and told by it. */
  readonly also?: readonly string[] | undefined;
}

/** A draft and the act that saves it. */
export interface Form<Value extends object> {
  readonly draft: Draft<Value>;
  readonly bind: <Name extends keyof Value>(name: Name) => Bound<Value[Name]>;
  /** Where it stands; what is done with the form from elsewhere asks `place.isWhole()` first. */
  readonly place: FormPlace;
  /** Saves what is whole; the draft is gone after success, and stays as it is otherwise. */
  readonly save: () => void;
  readonly pending: boolean;
  readonly trouble: Trouble | null;
  /** The version that somebody else has saved meanwhile. */
  readonly conflict: Refusals['CHANGED_MEANWHILE'] | null;
  /** That version as the form would show it; null until the record has arrived. */
  readonly theirs: Partial<Value> | null;
  /** Saves what was typed as a new version upon theirs. */
  readonly keepMine: () => void;
  /** Throws away what was typed and shows theirs. */
  readonly takeTheirs: () => void;
  /** The fields drawn, for the comparison; FormField puts them in. */
  readonly compared: Map<string, ComparedField>;
  /** How the rows of the form are compared, by the field that holds them. */
  readonly comparedRows: ReadonlyMap<string, ComparedRows<never>>;
}

/** A form that holds rows has to say how they are compared: keeping one version overwrites the rows of the other. */
type FormOptions<Value, Input, Output> = PlainOptions<Value, Input, Output> &
  ([RowFields<Value>] extends [never]
    ? { readonly rows?: undefined }
    : {
        readonly rows: {
          readonly [Name in RowFields<Value>]: ComparedRows<Extract<Value[Name], readonly unknown[]>[number]>;
        };
      });

interface PlainOptions<Value, Input, Output> {
  /** What is sent. `version` is the record's version the typing began on; 0 for a new record. */
  readonly input: (value: Value, version: number) => ActInput<Input>;
  readonly done?: ((output: Output) => void) | undefined;
  /** The form begins with values of an act, as a verdict to be chosen: the version of the other stands in the refusal alone. */
  readonly isOfAct?: true;
}

/** A form: what is typed goes into `draft`, `save` performs `procedure` with it. */
export function useForm<
  Value extends object,
  Input extends { readonly operationId: Id<'operation'> },
  Output,
>(
  draft: Draft<Value>,
  procedure: ActProcedure<Input, Output>,
  { input, done, rows, isOfAct }: FormOptions<Value, Input, Output>,
): Form<Value> {
  const compared = useRef(new Map<string, ComparedField>());
  const place = useFormPlace();
  const act = useAct(procedure, { keeper: draft.keeper });
  const { trouble } = act;
  const conflict = trouble?.kind === 'refused' && trouble.code === 'CHANGED_MEANWHILE' ? trouble.facts : null;

  const theirs = conflict
    ? isOfAct
      ? // The facts of a refusal name the fields of the record as the form does.
        (Object(conflict.current) as Partial<Value>)
      : theirVersion(draft, conflict.current)
    : null;
  const isAwaited = conflict !== null && theirs === null;
  useEffect(() => {
    // The record is asked anew: a refusal holds no rows of it.
    if (isAwaited) announceChanges('everything');
  }, [isAwaited]);

  const send = async (value: Value, version: number) => {
    const output = await act.run(input(value, version));
    if (output === undefined) return;
    draft.settle(value, versionIn(output));
    done?.(output);
  };

  return {
    draft,
    bind: (name) => ({
      value: draft.value[name],
      // One field with a value of its own type is a part of the whole.
      onChange: (next) => draft.set({ [name]: next } as unknown as Partial<Value>),
    }),
    place,
    save: () => {
      if (place.isWhole()) void send(draft.value, draft.version ?? 0);
    },
    pending: act.pending,
    trouble: conflict ? null : trouble,
    conflict,
    theirs,
    keepMine: () => {
      if (!conflict || !theirs || !place.isWhole()) return;
      const version = draft.recordVersion ?? versionIn(conflict.current) ?? 0;
      draft.rebase(version, draft.value);
      void send(draft.value, version);
    },
    takeTheirs: () => {
      draft.discard();
      act.forget();
      announceChanges('everything');
    },
    compared: compared.current,
    comparedRows: new Map(Object.entries(rows ?? {})),
  };
}

/** Their version once the page holds it; of a record that has no version on the page, what the refusal tells of it. */
function theirVersion<Value extends object>(
  { record, recordVersion, version = 0 }: Draft<Value>,
  told: unknown,
): Partial<Value> | null {
  if (recordVersion === undefined) return Object(told) as Partial<Value>;
  return recordVersion >= (versionIn(told) ?? version + 1) ? record : null;
}

function versionIn(record: unknown): number | undefined {
  if (typeof record !== 'object' || record === null || !('version' in record)) return undefined;
  return typeof record.version === 'number' ? record.version : undefined;
}
