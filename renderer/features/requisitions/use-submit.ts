import { useState } from 'react';
import { App } from 'antd';
import { useText } from '../../app/text.ts';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import { OperationId } from '../../service/operation-id.ts';
import { performAct } from '../../service/perform-act.ts';
import { useService } from '../../service/service-context.tsx';

/** Hands a kept draft to those who approve; `onRefused` hears in a sentence why not. */
export function useSubmit(onRefused: (sentence: string) => void) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const [pending, setPending] = useState(false);
  return {
    pending,
    run: async ({ id, version }: { readonly id: string; readonly version: number }): Promise<void> => {
      setPending(true);
      const result = await performAct(new OperationId(), (operationId) =>
        service.requisitions.submit.call({ operationId, id, version }),
      );
      setPending(false);
      if (result.kind === 'failed') onRefused(sentenceOf(result.trouble, t));
      else void message.success(t('requisitions.submitted', { number: result.output.number }));
    },
  };
}
