import { RPCLink } from '@orpc/client/fetch';
import { callHeaders } from './call-headers.ts';
import { ConnectionLost, noteConnected, noteLost } from './connection.ts';

/** How long a stream of events may be silent; the server writes a sign of life every 5 seconds. */
const longestSilenceMs = 20_000;

/** The wire to the office server. */
export function httpLink(url: string) {
  return new RPCLink({ url, headers: callHeaders, fetch: watchedFetch });
}

async function watchedFetch(request: Request, init: RequestInit): Promise<Response> {
  const response = await answered(request, init);
  noteConnected();
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!isStream || !response.body) return response;
  return new Response(guarded(response.body), response);
}

async function answered(request: Request, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(request, init);
    // A gateway answers in place of a server that is gone.
    if (response.status === 502 || response.status === 504)
      throw new ConnectionLost(`HTTP ${response.status}`);
    return response;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    noteLost();
    throw new ConnectionLost('no answer', { cause: error });
  }
}

/** The same stream, which fails when it breaks off or falls silent: a server without power says no goodbye. */
function guarded(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const silence = Promise.withResolvers<never>();
      const timer = setTimeout(() => silence.reject(new Error('silent')), longestSilenceMs);
      try {
        const { done, value } = await Promise.race([reader.read(), silence.promise]);
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        void reader.cancel().catch(() => {});
        controller.error(new ConnectionLost('the stream broke off', { cause: error }));
      } finally {
        clearTimeout(timer);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
