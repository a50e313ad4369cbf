import { useRef } from 'react';
import { App } from 'antd';
import { useText } from '../../app/text.ts';
import type { SaidOfReading } from '../../components/reading-doubt.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { Report } from './report-types.ts';

/** Finishes a report, after what was typed is saved. */
export function useFinish({ id }: Report) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const wanted = useRef(false);
  const lastVersion = useRef(0);
  const act = useAct(service.reports.finish, {
    done: (saved) => void message.success(t('reports.finished', { number: saved.number })),
  });
  const said = useRef<Partial<SaidOfReading>>({});
  const run = ({ version }: { readonly version: number }) => {
    wanted.current = false;
    lastVersion.current = version;
    return act.run({ id, version, ...said.current });
  };
  const say = (more: Partial<SaidOfReading>) => {
    said.current = { ...said.current, ...more };
    void run({ version: lastVersion.current });
  };
  return {
    run,
    pending: act.pending,
    trouble: act.trouble,
    /** Whether the save under way is to be followed by the finish. */
    isWanted: () => wanted.current,
    want: (isWanted: boolean) => {
      wanted.current = isWanted;
      said.current = {};
      act.forget();
    },
    withReplacedCounter: () => say({ counterReplaced: true }),
    withConfirmedReading: () => say({ readingConfirmed: true }),
  };
}
