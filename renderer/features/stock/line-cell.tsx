import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { FieldContext } from '../../components/form/field-context.ts';

/** A cell of a table of lines that is typed into; what is wrong with it stands under it. */
export function LineCell({
  name,
  label,
  fault,
  className,
  children,
}: {
  /** The path under which the contract knows it: `lines.0.quantity`. */
  readonly name: string;
  readonly label: string;
  readonly fault: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [ownFault, setOwnFault] = useState<string>();
  const sentence = ownFault ?? fault;
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
    <td className={className} data-field={name} title={sentence}>
      <FieldContext value={place}>
        <label id={place.labelId} htmlFor={place.inputId} hidden>
          {label}
        </label>
        {children}
      </FieldContext>
      {isFaulty && (
        <div id={place.faultId} className="field-fault cut">
          {sentence}
        </div>
      )}
    </td>
  );
}
