import { useState } from 'react';
import { movesFrom } from '#shared/domain/case-moves.ts';
import { beginsFrom } from '#shared/nouns/index.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Attachments } from '../../components/attachments/attachments.tsx';
import { Card } from '../../components/card.tsx';
import { CaseStateTag, urgencyTones } from '../../components/case-tags.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { groupOfFault } from '../../components/warranty/group-of-fault.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { JudgementPanel } from '../warranty/judgement-panel.tsx';
import { CustomerCard, UnitCard } from './case-facts.tsx';
import { DocumentList } from './document-list.tsx';
import { EditForm } from './edit-form.tsx';
import { MoveForm } from './move-form.tsx';
import { StepStrip } from './step-strip.tsx';
import { TimelineCard } from './timeline-card.tsx';
import './cases.css';

/** A case with everything on its page. */
export type CaseFacts = Awaited<ReturnType<Service['cases']['get']['call']>>;
/** What is being done with the case, in the place above its story. */
export type CaseAct = 'move' | 'edit' | 'judge' | 'note';

const shows = ['case', 'contact', 'judgement', 'requisition', 'report', 'oldPart', 'unit', 'customer'];

/** One case on one page: how far it is, what happened, what belongs to it, and what comes next. */
export function CasePage() {
  const service = useService();
  const caseId = useWhereabouts().names['caseId'] ?? '';
  const found = useAsk(service.cases.get, { id: caseId }, { shows });
  return <Asked of={found}>{(facts) => <CaseScreen key={facts.id} facts={facts} />}</Asked>;
}

function CaseScreen({ facts }: { readonly facts: CaseFacts }) {
  const t = useText();
  const [act, setAct] = useState<CaseAct | null>(null);
  const { number, state, urgency, symptom } = facts;
  const done = () => setAct(null);
  return (
    <Page
      title={number}
      beside={
        <>
          <CaseStateTag state={state} />
          {urgency !== 'notUrgent' && (
            <Tag tone={urgencyTones[urgency]}>{stateWord(t, 'urgency', urgency)}</Tag>
          )}
          <span className="cut" title={symptom}>
            {symptom}
          </span>
        </>
      }
      acts={<CaseActs facts={facts} act={act} onAct={setAct} />}
    >
      <div className="case">
        <StepStrip facts={facts} />
        <div className="case-main">
          {act === 'move' && <MoveForm facts={facts} onDone={done} />}
          {act === 'edit' && <EditForm facts={facts} onDone={done} />}
          {act === 'judge' && facts.unit && (
            <JudgementPanel
              unit={{ id: facts.unit.id, mileageKm: facts.unit.mileageKm, operatingHours: null }}
              caseId={facts.id}
              groupCode={groupOfFault(facts.faultGroup)}
            />
          )}
          <TimelineCard facts={facts} isWriting={act === 'note'} onWritten={done} />
        </div>
        <div className="stack">
          <CustomerCard facts={facts} onEdit={() => setAct(act === 'edit' ? null : 'edit')} />
          <UnitCard facts={facts} onJudge={() => setAct(act === 'judge' ? null : 'judge')} />
          <Card fill>
            <DocumentList facts={facts} />
            <Attachments
              title={t('cases.attachments')}
              subject={{ subjectKind: 'case', subjectId: facts.id }}
            />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function CaseActs({
  facts,
  act,
  onAct,
}: {
  readonly facts: CaseFacts;
  readonly act: CaseAct | null;
  readonly onAct: (act: CaseAct | null) => void;
}) {
  const may = useMay();
  const open = useOpen();
  const { id, state } = facts;
  const isOver = !beginsFrom('case', 'edit', state);
  const toggle = (next: CaseAct) => onAct(act === next ? null : next);
  return (
    <>
      {may('cases.edit') && (
        <KeyButton
          label="cases.moveAct"
          keys="F6"
          chosen={act === 'move'}
          disabled={movesFrom(state).length === 0}
          onPress={() => toggle('move')}
        />
      )}
      {may('requisitions.write') && (
        <KeyButton
          label="cases.requisitionAct"
          keys="F7"
          disabled={isOver}
          onPress={() => open(`/requisitions/new?case=${id}`)}
        />
      )}
      {may('reports.write') && (
        <KeyButton
          label="cases.reportAct"
          keys="F8"
          disabled={isOver}
          onPress={() => open(`/reports/new?case=${id}`)}
        />
      )}
      {may('cases.edit') && (
        <KeyButton primary label="cases.noteAct" keys="F9" onPress={() => toggle('note')} />
      )}
    </>
  );
}
