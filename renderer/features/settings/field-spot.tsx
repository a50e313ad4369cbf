import type { ReactNode } from 'react';
import { FieldContext } from '../../components/form/field-context.ts';
import { FieldFault } from '../../components/form/field-fault.tsx';
import { useNewField } from '../../components/form/new-field.ts';
import type { Trouble } from '../../service/trouble.ts';

/** A field without a label of its own, in a line of a table or a list: its fault stands under it. */
export function FieldSpot({
  as: Tag = 'td',
  labelId,
  name,
  trouble,
  children,
}: {
  readonly as?: 'td' | 'div' | undefined;
  /** The id of what labels it: the heading of its column. */
  readonly labelId: string;
  /** The path under which the contract knows it: `terms.0.months`. */
  readonly name: string;
  readonly trouble: Trouble | null;
  readonly children: ReactNode;
}) {
  const { place, sentence, onInput } = useNewField({ name, trouble, labelId });
  return (
    <FieldContext value={place}>
      <Tag data-field={name} onInput={onInput}>
        {children}
        <FieldFault place={place} sentence={sentence} />
      </Tag>
    </FieldContext>
  );
}
