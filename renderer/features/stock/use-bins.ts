import { useMemo } from 'react';
import { codeKey } from '#shared/domain/code-key.ts';
import { isFoundBy } from '#shared/domain/found-by.ts';
import type { ReceiptPurpose } from '#shared/domain/states.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { accountText } from './movement-texts.ts';

/** A place that goods can be put into. */
export interface Bin {
  readonly id: string;
  readonly code: string;
  /** What is shown: the code of a bin, the name of anything else. */
  readonly text: string;
  readonly name: string;
  readonly findable: string;
}

/** The places in use that goods of this purpose can be put into: bins; at the opening, anybody's hands too. */
export function useBins(purpose: ReceiptPurpose): readonly Bin[] {
  const service = useService();
  const kinds: ('bin' | 'technician' | 'station')[] =
    purpose === 'opening' ? ['bin', 'technician', 'station'] : ['bin'];
  const { data } = useAsk(service.stock.accounts, { kinds }, { shows: ['stockAccount'], keepLast: true });
  return useMemo(
    () =>
      (data ?? [])
        .filter((account) => account.active)
        .map((account) => ({
          id: account.id,
          code: account.code,
          text: accountText(account),
          name: account.name,
          findable: account.findable,
        })),
    [data],
  );
}

/** The place that somebody means by a code, however it is written. */
export function binByCode(bins: readonly Bin[], code: string): Bin | undefined {
  const wanted = codeKey(code);
  return wanted === ''
    ? undefined
    : bins.find((bin) => codeKey(bin.code) === wanted || bin.text === code.trim());
}

/** Places that the text finds by code, name or pinyin; those whose code begins with it first. */
export function matchingBins(bins: readonly Bin[], text: string): readonly Bin[] {
  const wanted = text.toLowerCase();
  const starts = (bin: Bin) => bin.code.toLowerCase().startsWith(wanted);
  const found = bins.filter(({ name, findable }) => isFoundBy(text, { label: name, findable }));
  return [...found.filter(starts), ...found.filter((bin) => !starts(bin))].slice(0, 20);
}
