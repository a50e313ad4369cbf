import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QueryFunction, QueryKey, UseQueryResult } from '@tanstack/react-query';

/** A question of the contract, as `service.customers.get`. */
interface Question<Input, Output> {
  queryKey(options: { input: Input }): QueryKey;
  readonly call: (input: Input, options: { signal: AbortSignal }) => Promise<Output>;
}

/** How a screen asks. */
export interface AskOptions {
  /** The kinds of record the answer shows; when one of them changes it is asked anew. */
  readonly shows: readonly string[];
  /** False while the input is not known yet. */
  readonly enabled?: boolean | undefined;
  /** Shows the answer to the last input until the next has come; for figures and lists that must not flicker. */
  readonly keepLast?: boolean | undefined;
}

/** Asks the service and keeps the answer fresh. */
export function useAsk<Input, Output>(
  question: Question<Input, Output>,
  input: NoInfer<Input>,
  { shows, enabled = true, keepLast = false }: AskOptions,
): UseQueryResult<Output> {
  const ask: QueryFunction<Output> = ({ signal }) => question.call(input, { signal });
  return useQuery<Output>({
    queryKey: question.queryKey({ input }),
    queryFn: ask,
    meta: { shows },
    enabled,
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  });
}
