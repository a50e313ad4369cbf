import { Link } from '@tanstack/react-router';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useText } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { useActs } from '../../components/acts/use-acts.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { Signatures } from '../../components/decisions/signatures.tsx';
import { Facts } from '../../components/facts.tsx';
import { PaperActions } from '../../components/paper/paper-actions.tsx';
import { useService } from '../../service/service-context.tsx';
import { OldPartState } from './old-part-drawings.tsx';
import type { OldPartRow } from '#shared/contract/old-parts.contract.ts';

/** One old part: what it is of, where it is, and what can be done about it. */
export function OldPartCard({ part }: { readonly part: OldPartRow }) {
  const t = useText();
  const mayAct = useMayAct('oldPart');
  const { oldParts } = useService();
  const { id, number, state, waiveAskReason: reason } = part;
  const acts = useActs('oldPart', part, oldParts, {
    waive: { keys: 'F6' },
    // Who may decide asks nobody, and nobody asks twice.
    askWaive: !mayAct('waive', state) && reason === null && { keys: 'F6' },
  });
  return (
    <Card title={number} tags={<OldPartState row={part} />}>
      <Acts>
        <ActBar acts={acts} />
        {state !== 'waived' && (
          <PaperActions
            kind="old-part-tag"
            documentId={id}
            name={number}
            label="oldParts.printTag"
            showsHistory={false}
          />
        )}
      </Acts>
      <ActForm acts={acts} />
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
