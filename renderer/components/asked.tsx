import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useText } from '../app/text.ts';
import { troubleOf } from '../service/trouble.ts';
import { TroubleBanner } from './trouble-banner.tsx';

/** Draws the answer to a question once it is there; until then nothing, and when it fails why. */
export function Asked<Answer>({
  of,
  children,
}: {
  readonly of: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}) {
  const t = useText();
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <TroubleBanner trouble={troubleOf(of.error)} onRetry={() => void of.refetch()} />;
  // Read out, but not shown: most answers come before the eye has seen a word.
  return <span aria-busy="true" aria-label={t('common.loading')} />;
}
