import { useRef } from 'react';
import { App } from 'antd';
import { useText } from '../../app/text.ts';
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
  const run = ({ version }: { readonly version: number }, counterReplaced = false) => {
    wanted.current = false;
    lastVersion.current = version;
    return act.run({ id, version, ...(counterReplaced ? { counterReplaced } : {}) });
  };
  return {
    run,
    pending: act.pending,
    trouble: act.trouble,
    /** Whether the save under way is to be followed by the finish. */
    isWanted: () => wanted.current,
    want: (isWanted: boolean) => {
      wanted.current = isWanted;
      act.forget();
    },
    withReplacedCounter: () => void run({ version: lastVersion.current }, true),
  };
}
