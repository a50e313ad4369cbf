import { useState } from 'react';
import type { DutyRow } from '#shared/contract/duties.contract.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { Facts } from '../../components/facts.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { DutyTime } from './duty-drawings.tsx';
import { DutyReason, useResume } from './duty-reason.tsx';

/** One duty: what is owed, by whom, until when; its record is opened from here. */
export function DutyCard({ duty, onEnded }: { readonly duty: DutyRow; readonly onEnded: () => void }) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  const [deciding, setDeciding] = useState<'waive' | 'pause'>();
  const resume = useResume(onEnded);
  const isOpen = duty.state === 'open' || duty.state === 'late';
  const team = translateAny(t.language, `states.permission_${duty.team.replace('.', '_')}`) ?? duty.team;
  return (
    <Card title={stateWord(t, 'dutyKind', duty.kind)} tags={<DutyTime row={duty} />}>
      <Acts>
        {isOpen && may('duties.lead') && (
          <>
            <KeyButton label="duties.waive" keys="F6" onPress={() => setDeciding('waive')} />
            {duty.isPaused ? (
              <KeyButton
                label="duties.resume"
                keys="F7"
                pending={resume.pending}
                onPress={() => void resume.run({ id: duty.id, version: duty.version })}
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
        <DutyReason
          key={deciding}
          act={deciding}
          duty={duty}
          onCancel={() => setDeciding(undefined)}
          onDone={onEnded}
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
