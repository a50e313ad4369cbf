import { useState } from 'react';
import { App } from 'antd';
import type { DutyRow } from '#shared/contract/duties.contract.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { ReasonAct } from '../../components/acts/reason-act.tsx';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { Facts } from '../../components/facts.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { DutyTime } from './duty-drawings.tsx';

/** One duty: what is owed, by whom, until when; its record is opened from here. */
export function DutyCard({ duty, onEnded }: { readonly duty: DutyRow; readonly onEnded: () => void }) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  const [deciding, setDeciding] = useState<'waive' | 'pause'>();
  const { duties } = useService();
  const { message } = App.useApp();
  const resume = useAct(duties.resume, {
    done: () => {
      void message.success(t('duties.resumeDone'));
      onEnded();
    },
  });
  const { id, version } = duty;
  const kindWord = stateWord(t, 'dutyKind', duty.kind);
  const isOpen = duty.state === 'open' || duty.state === 'late';
  const team = translateAny(t.language, `states.permission_${duty.team.replace('.', '_')}`) ?? duty.team;
  return (
    <Card title={kindWord} tags={<DutyTime row={duty} />}>
      <Acts>
        {isOpen && may('duties.lead') && (
          <>
            <KeyButton label="duties.waive" keys="F6" onPress={() => setDeciding('waive')} />
            {duty.isPaused ? (
              <KeyButton
                label="duties.resume"
                keys="F7"
                pending={resume.pending}
                onPress={() => void resume.run({ id, version })}
              />
            ) : (
              <KeyButton label="duties.pause" keys="F7" onPress={() => setDeciding('pause')} />
            )}
          </>
        )}
        <KeyButton
          label="duties.openRecord"
          shownKeys="Enter"
          onPress={() => open(pathOfRecord(duty.subjectKind, duty.subjectId))}
        />
      </Acts>
      <TroubleBanner trouble={resume.trouble} />
      {deciding && (
        <ReasonAct
          key={deciding}
          word={`duties.${deciding}`}
          procedure={duties[deciding]}
          input={{ id, version }}
          named={{ duty: kindWord, number: duty.number || duty.about }}
          onDone={onEnded}
          onCancel={() => setDeciding(undefined)}
        />
      )}
      <div className="inside" data-testid="duty">
        <Facts
          of="duty"
          row={duty}
          columns={2}
          names={['number', 'about', 'dueAt', 'openedAt', 'ownerName', 'settledAt', 'reason']}
          wide={['about', 'ownerName', 'reason']}
          draws={{
            dueAt: (
              <span className={duty.state === 'late' ? 'late' : undefined}>{t.fullMoment(duty.dueAt)}</span>
            ),
            ownerName: duty.ownerName || t('duties.ofTeam', { permission: team }),
          }}
        />
      </div>
    </Card>
  );
}
