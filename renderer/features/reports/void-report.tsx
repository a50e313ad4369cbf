import { App } from 'antd';
import { useText } from '../../app/text.ts';
import { ReasonPanel } from '../../components/form/reason-panel.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { Report } from './report-types.ts';

/** Gives a report up that nobody has signed, with the reason. */
export function VoidReport({
  report: { id, version, number },
  onDone,
}: {
  readonly report: Report;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const act = useAct(service.reports.void, {
    done: () => void message.success(t('reports.voided', { number })),
  });
  return (
    <ReasonPanel
      danger
      title={t('reports.voidTitle', { number })}
      note={t('reports.voidNote')}
      label="reports.void"
      pending={act.pending}
      trouble={act.trouble}
      onConfirm={(reason) =>
        void act.run({ id, version, reason }).then((saved) => {
          if (saved) onDone();
        })
      }
      onCancel={onDone}
    />
  );
}
