import { useRef, useState } from 'react';
import { App } from 'antd';
import { useShortcut } from '../app/keyboard/use-shortcut.ts';
import { useText } from '../app/text.ts';
import { sentenceOf } from '../components/trouble-banner.tsx';
import { troubleOf } from '../service/trouble.ts';

/** Work upon a whole list that takes its time. */
export interface Preparing {
  readonly start: () => void;
  readonly cancel: () => void;
  readonly isPending: boolean;
}

/** Does `work` once at a time; Esc lets it be and stays on the screen. `work` looks at its signal before it shows anything. */
export function usePreparing(work: (signal: AbortSignal) => Promise<void>): Preparing {
  const t = useText();
  const { message } = App.useApp();
  const underWay = useRef<AbortController>(null);
  const [isPending, setIsPending] = useState(false);

  const end = (which: AbortController | null) => {
    if (which === null || underWay.current !== which) return;
    underWay.current = null;
    setIsPending(false);
  };
  const cancel = () => {
    underWay.current?.abort();
    end(underWay.current);
  };
  const start = async () => {
    if (underWay.current) return;
    const stop = new AbortController();
    underWay.current = stop;
    setIsPending(true);
    try {
      await work(stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) void message.error(sentenceOf(troubleOf(error), t));
    } finally {
      end(stop);
    }
  };
  useShortcut('Escape', cancel, 'common.cancel', { enabled: isPending });
  return { start: () => void start(), cancel, isPending };
}
