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
  const [asking, setAsking] = useState<'waive' | 'askWaive' | null>(null);
  const { id, number, state, waiveAskReason: reason } = part;
  return (
    <Card title={number} tags={<OldPartState row={part} />}>
      <Acts>
        {mayAct('waive', state) && (
          <KeyButton label="oldParts.waive" keys="F6" onPress={() => setAsking('waive')} />
        )}
        {mayAct('askWaive', state) && !mayAct('waive', state) && reason === null && (
          <KeyButton label="oldParts.askWaive" keys="F6" onPress={() => setAsking('askWaive')} />
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
      {asking !== null && <WaivePanel act={asking} part={part} onDone={() => setAsking(null)} />}
      {reason !== null && state === 'due' && (
        <div className="banner soon">{t('oldParts.waiveAsked', { reason })}</div>
      )}
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

function WaivePanel({
  act: name,
  part: { id, version, number },
  onDone,
}: {
  readonly act: 'waive' | 'askWaive';
  readonly part: OldPartRow;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const act = useAct(service.oldParts[name], {
    done: (saved) => {
      // A signature before the last changes nothing of the part itself.
      const isSignedOnly = name === 'waive' && saved.version === version;
      const said = name === 'askWaive' ? 'oldParts.askedNow' : 'oldParts.waivedNow';
      void message.success(t(isSignedOnly ? 'decisions.signedWaits' : said, { number }));
      onDone();
    },
  });
  return (
    <ReasonPanel
      title={t(`oldParts.${name}Title`, { number })}
      note={t(`oldParts.${name}Note`)}
      label={`oldParts.${name}`}
      pending={act.pending}
      trouble={act.trouble}
      onConfirm={(reason) => void act.run({ id, version, reason })}
      onCancel={onDone}
    />
  );
}
