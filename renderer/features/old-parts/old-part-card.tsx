import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { ReasonPanel } from '../../components/form/reason-panel.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { OldPartState } from './old-part-columns.tsx';
import type { OldPartRow } from './old-part-columns.tsx';

/** One old part: what it is of, where it is, and what can be done about it. */
export function OldPartCard({ part }: { readonly part: OldPartRow }) {
  const may = useMay();
  const [isWaiving, setIsWaiving] = useState(false);
  const { id, number, state } = part;
  return (
    <Card title={number} tags={<OldPartState row={part} />}>
      <Acts>
        {may('oldParts.waive') && state === 'due' && (
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
        <Facts part={part} />
      </div>
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

function Facts({ part }: { readonly part: OldPartRow }) {
  const t = useText();
  const received = part.receivedAt === null ? '' : `${t.moment(part.receivedAt)} ${part.receivedByName}`;
  return (
    <FactGrid
      columns={2}
      facts={[
        { label: t('oldParts.partName'), value: `${part.partName} ${part.partNumber}`, wide: true },
        { label: t('oldParts.quantity'), value: formatQuantity(part.quantity) },
        { label: t('oldParts.holder'), value: part.holderName },
        { label: t('oldParts.plate'), value: part.unitPlate },
        {
          label: t('oldParts.caseNumber'),
          value: part.caseId && <Link to={pathOfRecord('case', part.caseId)}>{part.caseNumber}</Link>,
        },
        {
          label: t('oldParts.requisitionNumber'),
          value: <Link to={pathOfRecord('requisition', part.requisitionId)}>{part.requisitionNumber}</Link>,
        },
        {
          label: t('oldParts.dueDay'),
          value: <span className={part.overdue ? 'late' : undefined}>{part.dueDay}</span>,
        },
        { label: t('oldParts.fault'), value: part.fault, wide: true },
        { label: t('oldParts.receivedAt'), value: received },
        { label: t('oldParts.store'), value: part.storeCode },
        { label: t('oldParts.waiveReason'), value: waiveWords(part, t), wide: true },
      ]}
    />
  );
}

/** A tag that the program took back carries its reason as a word of ours. */
function waiveWords({ waiveReason }: OldPartRow, t: Text): string {
  if (waiveReason === 'returned') return t('oldParts.withdrawn_returned');
  return waiveReason === 'lost' ? t('oldParts.withdrawn_lost') : waiveReason;
}
