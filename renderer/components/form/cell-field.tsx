import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { FieldContext } from './field-context.ts';
import { faultSentence } from './field.tsx';
import { useText } from '../../app/text.ts';
import { faultsOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';

/** A field in the cell of a table: its label is the head of the column, its fault stands under it. */
export function CellField({
  label,
  name,
  trouble,
  fault,
  children,
}: {
  /** Read out; the eye reads it at the head of the column. */
  readonly label: string;
  /** The path under which the contract knows it: `lines.0.quantity`. */
  readonly name: string;
  readonly trouble: Trouble | null;
  /** A fault that the screen itself has found. */
  readonly fault?: string | undefined;
  readonly children: ReactNode;
}) {
  const t = useText();
  const id = useId();
  const [ownFault, setOwnFault] = useState<string>();
  const arrived = faultsOf(trouble)[name];
  const sentence = fault ?? ownFault ?? (arrived && faultSentence(arrived, t));
  const isFaulty = sentence !== undefined;
  const place = useMemo(
    () => ({
      inputId: `${id}input`,
      labelId: `${id}label`,
      faultId: `${id}fault`,
      isFaulty,
      tellOwnFault: setOwnFault,
    }),
    [id, isFaulty],
  );
  return (
    <FieldContext value={place}>
      <div data-field={name}>
        <label id={place.labelId} htmlFor={place.inputId} className="unseen">
          {label}
        </label>
        {children}
        {isFaulty && (
          <div className="field-fault" id={place.faultId}>
            {sentence}
          </div>
        )}
      </div>
    </FieldContext>
  );
}
