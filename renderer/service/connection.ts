import { createStore } from '../app/store.ts';

/** How the page stands with the service host. */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'lost' }
  /** The host does not start on this PC; `reason` is the code the shell gave. */
  | { readonly kind: 'refused'; readonly reason: string };

/** The connection of this window. */
export const connection = createStore<ConnectionState>({ kind: 'connecting' });

/** Says that an answer came. */
export function noteConnected(): void {
  if (connection.get().kind !== 'connected') connection.set({ kind: 'connected' });
}

/** Says that a call got no answer. */
export function noteLost(): void {
  if (connection.get().kind === 'connected' || connection.get().kind === 'connecting')
    connection.set({ kind: 'lost' });
}

/** A call went out and no answer came: what it asked for may have happened or not. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** Waits until an answer comes again, at most `timeoutMs`; says whether one did. */
export async function untilConnected(timeoutMs: number): Promise<boolean> {
  if (connection.get().kind === 'connected') return true;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const stop = connection.subscribe(() => {
    if (connection.get().kind === 'connected') resolve(true);
  });
  const timer = setTimeout(() => resolve(false), timeoutMs);
  const isConnected = await promise;
  clearTimeout(timer);
  stop();
  return isConnected;
}
