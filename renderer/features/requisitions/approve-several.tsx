import { useState } from 'react';
import { translateAny } from '#shared/messages/translate.ts';
import { App } from 'antd';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { RequisitionRow } from './requisition-types.ts';

/** The contract takes so many at once. */
const mostAtOnce = 100;

/** Approves what is ticked, each for itself, and says of each that was refused why. */
export function ApproveSeveral({
  ticked,
  onDone,
}: {
  readonly ticked: readonly RequisitionRow[];
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { notification } = App.useApp();
  const [isDone, setIsDone] = useState(false);
  const act = useAct(service.requisitions.approveSeveral, {
    done: ({ results }) => {
      setIsDone(true);
      const refused = results.filter((result) => result.refusal !== null);
      const count = results.length - refused.length;
      notification.open({
        type: refused.length === 0 ? 'success' : 'warning',
        title: t('requisitions.severalApproved', { count }),
        description: refused.map(({ id, number, refusal }) => (
          <div key={id}>
            {number} {translateAny(t.language, `refusals.${refusal ?? ''}`) ?? refusal}
          </div>
        )),
        // What was refused stays until it was read.
        duration: refused.length === 0 ? 4 : 0,
      });
      onDone();
    },
  });
  const approve = () =>
    void act.run({ requisitions: ticked.slice(0, mostAtOnce).map(({ id, version }) => ({ id, version })) });
  return (
    <>
      {act.trouble && <span className="late sm">{sentenceOf(act.trouble, t)}</span>}
      <KeyButton
        primary
        label="requisitions.approveTicked"
        keys="F9"
        pending={act.pending}
        disabled={isDone}
        onPress={approve}
      >
        {t('requisitions.approveTickedCount', { count: Math.min(ticked.length, mostAtOnce) })}
      </KeyButton>
    </>
  );
}
