import { useState } from 'react';
import { App } from 'antd';
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
import { ReasonPanel } from '../../components/form/reason-panel.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { DutyTime } from './duty-drawings.tsx';

/** One duty: what is owed, by whom, until when; its record is opened from here. */
export function DutyCard({ duty, onEnded }: { readonly duty: DutyRow; readonly onEnded: () => void }) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  const [isWaiving, setIsWaiving] = useState(false);
  const isOpen = duty.state === 'open' || duty.state === 'late';
  const team = translateAny(t.language, `states.permission_${duty.team.replace('.', '_')}`) ?? duty.team;
  return (
    <Card title={stateWord(t, 'dutyKind', duty.kind)} tags={<DutyTime row={duty} />}>
      <Acts>
        {isOpen && may('duties.lead') && (
          <KeyButton label="duties.waive" keys="F6" onPress={() => setIsWaiving(true)} />
        )}
        <KeyButton
          label="duties.openRecord"
          shownKeys="Enter"
          onPress={() => open(pathOfRecord(duty.subjectKind, duty.subjectId))}
        />
      </Acts>
      {isWaiving && <WaivePanel duty={duty} onCancel={() => setIsWaiving(false)} onDone={onEnded} />}
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

function WaivePanel({
  duty,
  onCancel,
  onDone,
}: {
  readonly duty: DutyRow;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, kind, number, about } = duty;
  const act = useAct(service.duties.waive, {
    done: () => {
      void message.success(t('duties.waivedNow'));
      onDone();
    },
  });
  return (
    <ReasonPanel
      title={t('duties.waiveTitle', { duty: stateWord(t, 'dutyKind', kind), number: number || about })}
      note={t('duties.waiveNote')}
      label="duties.waive"
      pending={act.pending}
      trouble={act.trouble}
      onConfirm={(reason) => void act.run({ id, version, reason })}
      onCancel={onCancel}
    />
  );
}
