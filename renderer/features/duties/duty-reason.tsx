import { App } from 'antd';
import type { DutyRow } from '#shared/contract/duties.contract.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { ReasonPanel } from '../../components/form/reason-panel.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';

/** Asks why a duty is waived, or paused, and does it. */
export function DutyReason({
  act,
  duty,
  onCancel,
  onDone,
}: {
  readonly act: 'waive' | 'pause';
  readonly duty: DutyRow;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, kind, number, about } = duty;
  const doing = useAct(service.duties[act], {
    done: () => {
      void message.success(t(act === 'waive' ? 'duties.waivedNow' : 'duties.pausedNow'));
      onDone();
    },
  });
  const named = { duty: stateWord(t, 'dutyKind', kind), number: number || about };
  return (
    <ReasonPanel
      title={t(`duties.${act}Title`, named)}
      note={t(`duties.${act}Note`)}
      label={`duties.${act}`}
      pending={doing.pending}
      trouble={doing.trouble}
      onConfirm={(reason) => void doing.run({ id, version, reason })}
      onCancel={onCancel}
    />
  );
}

/** Lets the clock of a duty go on. */
export function useResume(onDone: () => void) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  return useAct(service.duties.resume, {
    done: () => {
      void message.success(t('duties.resumedNow'));
      onDone();
    },
  });
}
