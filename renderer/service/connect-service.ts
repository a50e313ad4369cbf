import { createORPCClient } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import type { ServiceClient } from '#shared/contract/index.ts';
import { inSample, openBooks } from './books.ts';
import { httpLink } from './http-link.ts';
import { portLink } from './port-link.ts';
import { noteOver, sessionToken } from './token.ts';
import { isRefused } from './trouble.ts';

/** The service as this page can reach it: over the desktop's message port, in a browser over HTTP where it came from. */
export function connectService(): ServiceClient {
  const link = window.desktop ? portLink(window) : httpLink(`${location.origin}/rpc`);
  return createORPCClient(noticingEndOfSession(link));
}

function noticingEndOfSession(link: ClientLink<ClientContext>): ClientLink<ClientContext> {
  return {
    async call(path, input, options) {
      const token = sessionToken();
      try {
        return await link.call(path, input, options);
      } catch (error) {
        if (isRefused(error, 'NOT_SIGNED_IN')) noteOver(token);
        // Somebody removed the sample: there is nothing to go on with here.
        if (inSample() && isRefused(error, 'NO_SAMPLE')) openBooks('real');
        throw error;
      }
    },
  };
}
