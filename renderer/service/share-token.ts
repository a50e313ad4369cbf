import { inSample } from './books.ts';

/*
 * On the desktop, a window opened beside another one goes on with its session: the windows of the program on this PC
 * tell each other the token. A page in a browser signs in for itself.
 */

const channelName = () => (inSample() ? 'shouhou/sample/session' : 'shouhou/session');
/** How long a new window waits for another to answer. */
const patienceMs = 200;

/** Answers other windows that ask for the session of this one, for as long as it lasts; returns how to stop. */
export function offerToken(token: () => string | null): () => void {
  if (!window.desktop) return () => {};
  const channel = new BroadcastChannel(channelName());
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const own = token();
    if (data === 'wanted' && own !== null) channel.postMessage({ token: own });
  });
  return () => channel.close();
}

/** The token of another window of the program on this PC, or null. */
export async function tokenOfOtherWindow(): Promise<string | null> {
  if (!window.desktop) return null;
  const channel = new BroadcastChannel(channelName());
  const { promise, resolve } = Promise.withResolvers<string | null>();
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'object' && data !== null && 'token' in data && typeof data.token === 'string')
      resolve(data.token);
  });
  channel.postMessage('wanted');
  const timer = setTimeout(() => resolve(null), patienceMs);
  const token = await promise;
  clearTimeout(timer);
  channel.close();
  return token;
}
