import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { FieldContext } from '../../components/form/field-context.ts';
import { faultSentence } from '../../components/form/field.tsx';
import { faultsOf } from '../../service/trouble.ts';
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
  const t = useText();
  const id = useId();
  const [ownFault, setOwnFault] = useState<string>();
  const arrived = faultsOf(trouble)[name];
  const sentence = ownFault ?? (arrived && faultSentence(arrived, t));
  const isFaulty = sentence !== undefined;
  const place = useMemo(
    () => ({ inputId: `${id}input`, labelId, faultId: `${id}fault`, isFaulty, tellOwnFault: setOwnFault }),
    [id, labelId, isFaulty],
  );
  return (
    <FieldContext value={place}>
      <Tag data-field={name}>
        {children}
        {isFaulty && (
          <div className="field-fault" id={place.faultId}>
            {sentence}
          </div>
        )}
      </Tag>
    </FieldContext>
  );
}
