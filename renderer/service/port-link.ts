import { RPCLink } from '@orpc/client/message-port';
import type { ClientContext, ClientLink } from '@orpc/client';
import { connectServicePort, ServiceRefused } from '#shared/desktop/connect-service-port.ts';
import { callHeaders } from './call-headers.ts';
import { connection, ConnectionLost, noteConnected, noteLost } from './connection.ts';

/** How long a call waits for the host to come back before it says that there is no connection. */
const longestWaitMs = 10_000;

interface Wire {
  readonly link: RPCLink<ClientContext>;
  /** Aborts when the port is dead: calls under way would wait for ever. */
  readonly gone: AbortController;
}

/** The wire to the service host on this PC. It is laid anew when the host was restarted. */
export function portLink(page: Window): ClientLink<ClientContext> {
  let wire = Promise.withResolvers<Wire>();
  let current: Wire | undefined;

  const lose = () => {
    current?.gone.abort(new ConnectionLost('the service host ended'));
    current = undefined;
    wire = Promise.withResolvers<Wire>();
    // Nobody may be waiting for it.
    wire.promise.catch(() => {});
    noteLost();
  };
  const take = (port: MessagePort) => {
    port.start();
    current = { link: new RPCLink({ port, headers: callHeaders }), gone: new AbortController() };
    wire.resolve(current);
  };
  const giveUp = (reason: string) => {
    connection.set({ kind: 'refused', reason });
    wire.reject(new ConnectionLost(reason));
  };

  connectServicePort(page, { onLost: lose, onReconnect: take, onRefused: giveUp }).then(
    take,
    (error: unknown) => giveUp(error instanceof ServiceRefused ? error.reason : String(error)),
  );

  return {
    async call(path, input, options) {
      const { link, gone } = await withinTime(wire.promise);
      try {
        const signal = options.signal ? AbortSignal.any([options.signal, gone.signal]) : gone.signal;
        const answer = await link.call(path, input, { ...options, signal });
        noteConnected();
        return answer;
      } catch (error) {
        if (gone.signal.aborted) throw new ConnectionLost('the service host ended', { cause: error });
        noteConnected();
        throw error;
      }
    },
  };
}

async function withinTime<Value>(value: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new ConnectionLost('the service host is not there')),
    longestWaitMs,
  );
  try {
    return await Promise.race([value, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
