import { useState } from 'react';
import type { ReactNode } from 'react';
import { App } from 'antd';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { useAct } from '../../service/use-act.ts';
import type { Receipt } from './receipt-values.ts';

interface PanelProps {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}

/** Gives a draft up, with the reason. */
export function VoidPanel({ receipt, onClose }: PanelProps) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const act = useAct(service.stock.voidReceipt, { done: () => void message.success(t('stock.voided')) });
  const { id, version } = receipt;
  return (
    <ReasonPanel note={t('stock.voidNote')} trouble={act.trouble} onClose={onClose}>
      {(reason) => (
        <KeyButton
          danger
          submit
          label="stock.void"
          pending={act.pending}
          onPress={() => void act.run({ id, version, reason })}
        />
      )}
    </ReasonPanel>
  );
}

/** Posts a receipt back, with the reason; if wanted, a new draft takes its lines over. */
export function ReversePanel({ receipt, onClose }: PanelProps) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  const service = useService();
  const { message } = App.useApp();
  const act = useAct(service.stock.reverseReceipt, {
    done: ({ reversalNumber, newReceiptId }) => {
      void message.success(t('stock.reversed', { number: reversalNumber }));
      if (newReceiptId !== null) open(pathOfRecord('receipt', newReceiptId));
    },
  });
  const { id, version } = receipt;
  const reverse = (reason: string, writeAnew: boolean) => void act.run({ id, version, reason, writeAnew });
  const mayWrite = may('stock.receive');
  return (
    <ReasonPanel note={t('stock.reverseNote')} trouble={act.trouble} onClose={onClose}>
      {(reason) => (
        <>
          {mayWrite && (
            <KeyButton
              primary
              submit
              label="stock.reverseAnew"
              pending={act.pending}
              onPress={() => reverse(reason, true)}
            />
          )}
          <KeyButton
            danger
            submit={!mayWrite}
            label="stock.reverseOnly"
            pending={act.pending}
            onPress={() => reverse(reason, false)}
          />
        </>
      )}
    </ReasonPanel>
  );
}

/** Asks for the reason before anything happens, in its place at the head of the receipt. */
function ReasonPanel({
  note,
  trouble,
  onClose,
  children,
}: {
  readonly note: string;
  readonly trouble: Trouble | null;
  readonly onClose: () => void;
  readonly children: (reason: string) => ReactNode;
}) {
  const [reason, setReason] = useState('');
  return (
    <div className="act-panel">
      <PlainForm trouble={trouble} onSave={() => undefined}>
        <p className="mut sm">{note}</p>
        <Fields labelWidth={40}>
          <Field label="common.reason" name="reason" trouble={trouble} needed>
            <ProseInput value={reason} onChange={setReason} rows={1} maxLength={400} autoFocus />
          </Field>
        </Fields>
        <div className="row tight">
          {children(reason)}
          <KeyButton label="common.cancel" onPress={onClose} />
        </div>
      </PlainForm>
    </div>
  );
}
