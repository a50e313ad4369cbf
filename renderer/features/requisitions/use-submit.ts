import { useState } from 'react';
import { App } from 'antd';
import { useText } from '../../app/text.ts';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import { OperationId } from '../../service/operation-id.ts';
import { performAct } from '../../service/perform-act.ts';
import { useService } from '../../service/service-context.tsx';

/**
 * Why a new draft that was kept could not be submitted, by its id: the form that said it gives way to that of the kept one,
 * which says it on.
 */
export const refusedWhenKept = new Map<string, string>();

/** Hands a kept draft to those who approve; `onRefused` hears in a sentence why not. */
export function useSubmit(onRefused: (sentence: string, id: string) => void) {
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
      if (result.kind === 'failed') onRefused(sentenceOf(result.trouble, t), id);
      else void message.success(t('requisitions.submitted', { number: result.output.number }));
    },
  };
}
