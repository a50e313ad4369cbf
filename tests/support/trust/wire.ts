import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ServiceClient } from '#shared/contract/index.ts';
import { booksHeader, type Books } from '#shared/domain/books.ts';

/** A client over HTTP, without a token for nobody, in the real books or the sample. `onStatus` is told every status. */
export function wireClient(
  address: string,
  token: string | undefined,
  onStatus: (status: number) => void = () => undefined,
  books: Books = 'real',
): ServiceClient {
  const told = async (request: Request, init: RequestInit) => {
    const response = await fetch(request, init);
    onStatus(response.status);
    return response;
  };
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(books === 'sample' ? { [booksHeader]: books } : {}),
  };
  return createORPCClient<ServiceClient>(new RPCLink({ url: `${address}/rpc`, headers, fetch: told }));
}

/** What became of a call: its answer, or the code and status of the refusal. */
export type Outcome<Result> =
  | { readonly kind: 'told'; readonly result: Result }
  | { readonly kind: 'refused'; readonly code: string; readonly status: number; readonly data: unknown };

/** Waits for a call and says what became of it. Throws what is no answer of the host, such as a connection that was cut. */
export async function outcomeOf<Result>(call: Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { kind: 'told', result: await call };
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    return { kind: 'refused', code: error.code, status: error.status, data: error.data };
  }
}
