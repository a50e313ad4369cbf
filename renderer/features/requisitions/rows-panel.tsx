import type { ReactNode } from 'react';
import type { MessageKey } from '../../app/text.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { useFormPlace } from '../../components/form/form-place.ts';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { HolderBox } from './holder-box.tsx';
import { Heading } from './requisition-card.tsx';
import type { Requisition } from './requisition-types.ts';

/** What is done to the lines of a requisition row by row: its acts above, the rows, the act again below them. */
export function RowsPanel({
  requisition,
  testId,
  label,
  act,
  disabled,
  onAct,
  onCancel,
  otherAct,
  hint,
  children,
}: {
  readonly requisition: Requisition;
  readonly testId: string;
  /** What the act is called. */
  readonly label: MessageKey;
  readonly act: { readonly pending: boolean; readonly trouble: Trouble | null };
  readonly disabled: boolean;
  readonly onAct: () => void;
  readonly onCancel: () => void;
  /** Between cancelling and the act. */
  readonly otherAct?: ReactNode;
  /** Beside the act below the rows. */
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const { pending, trouble } = act;
  const place = useFormPlace();
  // The key stands above the form: a quantity that is none must hold it up all the same.
  const actWhenWhole = () => {
    if (place.isWhole()) onAct();
  };
  const button = { primary: true, label, pending, disabled, onPress: actWhenWhole } as const;
  return (
    <Card fill title={requisition.number} tags={<Heading requisition={requisition} />}>
      <Acts>
        <KeyButton label="common.cancel" keys="Escape" disabled={pending} onPress={onCancel} />
        {otherAct}
        <KeyButton {...button} keys="F9" />
      </Acts>
      <div className="scroll grow-column" data-testid={testId}>
        <PlainForm trouble={trouble} onSave={onAct} place={place}>
          {children}
          <div className={hint === undefined ? 'inside' : 'inside row'}>
            <KeyButton {...button} submit shownKeys="F9" />
            {hint !== undefined && <span className="mut sm">{hint}</span>}
          </div>
        </PlainForm>
        <div className="two-boxes">
          <HolderBox holder={requisition.holder} />
        </div>
      </div>
    </Card>
  );
}
