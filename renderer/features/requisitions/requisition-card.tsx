import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card, CardPart } from '../../components/card.tsx';
import { Signatures } from '../../components/decisions/signatures.tsx';
import { Facts } from '../../components/facts.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { AttentionBox } from './attention-box.tsx';
import { courseOf } from './course.ts';
import { HolderBox } from './holder-box.tsx';
import { LinesTable } from './lines-table.tsx';
import type { Requisition } from './requisition-types.ts';
import { Slips } from './slips.tsx';
import { StateTag } from './state-tag.tsx';

/** One requisition to look at: whose it is, its lines with what decides about them, what stands out, and its course. */
export function RequisitionCard({
  requisition,
  top,
}: {
  readonly requisition: Requisition;
  /** Above everything: why an act was refused, a reason asked for. */
  readonly top?: ReactNode;
}) {
  const t = useText();
  return (
    <Card
      fill
      title={requisition.number}
      tags={<Heading requisition={requisition} />}
      end={<PreviewButton requisition={requisition} />}
    >
      <div className="scroll grow-column" data-testid="requisition">
        {top}
        <div className="inside">
          <RequisitionFacts requisition={requisition} />
        </div>
        <LinesTable requisition={requisition} />
        <div className="two-boxes">
          <AttentionBox requisition={requisition} />
          <HolderBox holder={requisition.holder} />
        </div>
        <Slips issues={requisition.issues} />
        <Signatures of="requisition" id={requisition.id} />
        <CardPart title={t('requisitions.course')}>
          <Course requisition={requisition} />
        </CardPart>
      </div>
    </Card>
  );
}

/** State, holder, when it was asked for, and the case. */
export function Heading({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const { state, holder, submittedAt, createdAt, caseId, caseNumber, purpose } = requisition;
  return (
    <>
      <StateTag state={state} />
      <span className="mut cut">
        {[holder.name, t.moment(submittedAt ?? createdAt), t(`states.requisitionPurpose_${purpose}`)].join(
          '  ',
        )}
        {caseId !== null && (
          <>
            {'  '}
            <Link to={pathOfRecord('case', caseId)}>{caseNumber}</Link>
          </>
        )}
      </span>
    </>
  );
}

function PreviewButton({ requisition: { id, number } }: { readonly requisition: Requisition }) {
  const may = useMay();
  if (!may('papers.print')) return null;
  return (
    <KeyButton
      label="common.preview"
      keys="Ctrl+P"
      onPress={() => showPaper({ kind: 'document', paperKind: 'requisition', documentId: id, name: number })}
    />
  );
}

function RequisitionFacts({ requisition }: { readonly requisition: Requisition }) {
  const { unitId, unitName, decisionReason, voidReason, state } = requisition;
  const isRefused = state === 'rejected' || (state === 'draft' && decisionReason !== '');
  return (
    <Facts
      of="requisition"
      row={requisition}
      names={['customerName', 'unitName', 'mileageKm', 'symptom', 'notes', 'decisionReason', 'voidReason']}
      wide={['symptom', 'notes', 'decisionReason', 'voidReason']}
      draws={{
        unitName: unitId !== null && <Link to={pathOfRecord('unit', unitId)}>{unitName}</Link>,
        decisionReason: isRefused && <span className="late">{decisionReason}</span>,
        voidReason: voidReason !== '' && <span className="late">{voidReason}</span>,
      }}
    />
  );
}

function Course({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  return (
    <table className="lines" data-testid="course">
      <tbody>
        {courseOf(requisition).map(({ at, key, parameters }, index) => (
          // Two clearings of one act may say the same.
          <tr key={`${at}${key}${index}`}>
            <td className="mut num when">{t.moment(at)}</td>
            <td className="wrap">{t(key, parameters)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
