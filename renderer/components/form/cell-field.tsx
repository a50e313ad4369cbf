import type { ReactNode } from 'react';
import type { Trouble } from '../../service/trouble.ts';
import { FieldContext } from './field-context.ts';
import { FieldFault } from './field-fault.tsx';
import { useNewField } from './new-field.ts';

/** A field in the cell of a table: its label is the head of the column, its fault stands under it. */
export function CellField({
  label,
  name,
  trouble = null,
  fault,
  children,
}: {
  /** Read out; the eye reads it at the head of the column. */
  readonly label: string;
  /** The path under which the contract knows it: `lines.0.quantity`. */
  readonly name: string;
  readonly trouble?: Trouble | null | undefined;
  /** A fault that the screen itself has found. */
  readonly fault?: string | undefined;
  readonly children: ReactNode;
}) {
  const { place, sentence, onInput } = useNewField({ name, trouble, fault });
  return (
    <FieldContext value={place}>
      <div data-field={name} onInput={onInput}>
        <label id={place.labelId} htmlFor={place.inputId} className="unseen">
          {label}
        </label>
        {children}
        <FieldFault place={place} sentence={sentence} />
      </div>
    </FieldContext>
  );
}
