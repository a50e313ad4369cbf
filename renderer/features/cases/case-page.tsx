import { useState } from 'react';
import { beginsFrom } from '#shared/nouns/index.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
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
import { StepStrip } from './step-strip.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { useCaseActs, type ActsOfCase } from './use-case-acts.tsx';
import './cases.css';

/** A case with everything on its page. */
export type CaseFacts = Awaited<ReturnType<Service['cases']['get']['call']>>;

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
  const acts = useCaseActs(facts);
  const [writes, setWrites] = useState<'judgement' | 'note' | null>(null);
  const { number, state, urgency, symptom } = facts;
  // One thing is done at a time, in the place above the story.
  const write = (next: 'judgement' | 'note') => {
    setWrites(acts.chosen === undefined && writes === next ? null : next);
    acts.close();
  };
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
      acts={<CaseActs facts={facts} acts={acts} onNote={() => write('note')} />}
    >
      <div className="case">
        <StepStrip facts={facts} />
        <div className="case-main">
          <ActForm acts={acts} inCard />
          {!acts.chosen && writes === 'judgement' && facts.unit && (
            <JudgementPanel
              unit={{ id: facts.unit.id, mileageKm: facts.unit.mileageKm, operatingHours: null }}
              caseId={facts.id}
              groupCode={groupOfFault(facts.faultGroup)}
            />
          )}
          <TimelineCard
            facts={facts}
            isWriting={!acts.chosen && writes === 'note'}
            onWritten={() => setWrites(null)}
          />
        </div>
        <div className="stack">
          <CustomerCard facts={facts} acts={acts} />
          <UnitCard facts={facts} onJudge={() => write('judgement')} />
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
  facts: { id, state },
  acts,
  onNote,
}: {
  readonly facts: CaseFacts;
  readonly acts: ActsOfCase;
  readonly onNote: () => void;
}) {
  const may = useMay();
  const open = useOpen();
  const isOver = !beginsFrom('case', 'edit', state);
  return (
    <>
      <ActBar acts={acts} only={['move']} />
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
      {may('cases.edit') && <KeyButton primary label="cases.noteAct" keys="F9" onPress={onNote} />}
    </>
  );
}
