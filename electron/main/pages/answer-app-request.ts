import { readFile } from 'node:fs/promises';
import { fileOfAppAddress } from './app-file.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** Answers a request of the app:// scheme from the built renderer, and refuses everything outside of it. */
export async function answerAppRequest(request: Request, rendererFolder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const found = fileOfAppAddress(request.url, rendererFolder);
  if (found === null) return refusal(404);
  try {
    const bytes = await readFile(found.file);
    const headers = { ...protectingHeaders, 'content-type': found.contentType };
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
  } catch {
    return refusal(404);
  }
}

const protectingHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: protectingHeaders });
}
