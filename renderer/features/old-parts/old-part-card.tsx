import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { Signatures } from '../../components/decisions/signatures.tsx';
import { Facts } from '../../components/facts.tsx';
import { ReasonPanel } from '../../components/form/reason-panel.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { OldPartState } from './old-part-drawings.tsx';
import type { OldPartRow } from '#shared/contract/old-parts.contract.ts';

/** One old part: what it is of, where it is, and what can be done about it. */
export function OldPartCard({ part }: { readonly part: OldPartRow }) {
  const t = useText();
  const may = useMay();
  const mayAct = useMayAct('oldPart');
  const [isWaiving, setIsWaiving] = useState(false);
  const { id, number, state } = part;
  return (
    <Card title={number} tags={<OldPartState row={part} />}>
      <Acts>
        {mayAct('waive', state) && (
          <KeyButton label="oldParts.waive" keys="F6" onPress={() => setIsWaiving(true)} />
        )}
        {may('papers.print') && state !== 'waived' && (
          <KeyButton
            label="oldParts.printTag"
            keys="Ctrl+P"
            onPress={() =>
              showPaper({ kind: 'document', paperKind: 'old-part-tag', documentId: id, name: number })
            }
          />
        )}
      </Acts>
      {isWaiving && <WaivePanel part={part} onDone={() => setIsWaiving(false)} />}
      <div className="inside" data-testid="old-part">
        <Facts
          of="oldPart"
          row={part}
          columns={2}
          names={[
            'partName',
            'quantity',
            'holderName',
            'unitPlate',
            'caseNumber',
            'requisitionNumber',
            'dueDay',
            'fault',
            'receivedAt',
            'storeCode',
            'waiveReason',
          ]}
          wide={['partName', 'fault', 'waiveReason']}
          draws={{
            partName: `${part.partName} ${part.partNumber}`,
            caseNumber: part.caseId && <Link to={pathOfRecord('case', part.caseId)}>{part.caseNumber}</Link>,
            requisitionNumber: (
              <Link to={pathOfRecord('requisition', part.requisitionId)}>{part.requisitionNumber}</Link>
            ),
            dueDay: <span className={part.overdue ? 'late' : undefined}>{part.dueDay}</span>,
            receivedAt: part.receivedAt !== null && `${t.moment(part.receivedAt)} ${part.receivedByName}`,
          }}
        />
      </div>
      <Signatures of="oldPart" id={id} />
    </Card>
  );
}

function WaivePanel({ part, onDone }: { readonly part: OldPartRow; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, number } = part;
  const act = useAct(service.oldParts.waive, {
    done: () => {
      void message.success(t('oldParts.waivedNow', { number }));
      onDone();
    },
  });
  return (
    <ReasonPanel
      title={t('oldParts.waiveTitle', { number })}
      note={t('oldParts.waiveNote')}
      label="oldParts.waive"
      pending={act.pending}
      trouble={act.trouble}
      onConfirm={(reason) => void act.run({ id, version, reason })}
      onCancel={onDone}
    />
  );
}
