import type { StandardHandleResult } from '@orpc/server/standard';

/**
 * Sends a file, or a form with files, out of a stream that may be left at any moment. Those that Node makes of a form and of
 * a file go on giving after the reader has gone, as a page does that is left while a paper is on its way; nobody catches
 * what comes of that, and the whole program ends.
 */
export async function sendingWhole({
  next,
}: {
  next(): Promise<StandardHandleResult>;
}): Promise<StandardHandleResult> {
  const result = await next();
  const body = result.response?.body;
  if (!result.matched) return result;
  if (body instanceof FormData) {
    const form = new Response(body);
    const headers = { ...result.response.headers, 'content-type': form.headers.get('content-type') ?? '' };
    const bytes = new Uint8Array(await form.arrayBuffer());
    return { matched: true, response: { ...result.response, headers, body: streamOf(bytes) } };
  }
  if (body instanceof Blob) {
    const bytes = new Uint8Array(await body.arrayBuffer());
    // Its name and kind are told from the file; only its stream is another.
    Object.defineProperty(body, 'stream', { value: () => streamOf(bytes) });
  }
  return result;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
