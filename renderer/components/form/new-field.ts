import { useId, useMemo, useState } from 'react';
import { useText } from '../../app/text.ts';
import { faultsOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';
import { faultSentence } from './fault-sentence.ts';
import type { FieldPlace } from './field-context.ts';

interface NewField {
  readonly place: FieldPlace;
  readonly sentence: string | undefined;
  /** For what holds the input: a fault that was told of another text goes once somebody types. */
  readonly onInput: () => void;
}

/** The place of a new field, for its input, and the sentence that says what is wrong with it. */
export function useNewField({
  name,
  trouble,
  fault,
  labelId,
}: {
  readonly name: string;
  readonly trouble: Trouble | null;
  /** A fault that the screen itself has found. */
  readonly fault?: string | undefined;
  /** The id of what labels it, where it has no label of its own. */
  readonly labelId?: string | undefined;
}): NewField {
  const t = useText();
  const id = useId();
  const [ownFault, setOwnFault] = useState<string>();
  const [amended, setAmended] = useState<Trouble | null>(null);
  const arrived = amended === trouble ? undefined : faultsOf(trouble)[name];
  const sentence = ownFault ?? fault ?? (arrived && faultSentence(arrived, t));
  const isFaulty = sentence !== undefined;
  const place = useMemo(
    () => ({
      inputId: `${id}input`,
      labelId: labelId ?? `${id}label`,
      faultId: `${id}fault`,
      isFaulty,
      tellOwnFault: setOwnFault,
    }),
    [id, labelId, isFaulty],
  );
  return { place, sentence, onInput: () => setAmended(trouble) };
}
