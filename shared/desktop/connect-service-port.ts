import { readServicePortMessage } from './service-port-messages.ts';
import type { ServicePortMessage } from './service-port-messages.ts';

/** What a page does when its connection to the service host on this PC changes. */
export interface ServicePortEvents {
  /** The host ended, or is tried again after a refusal; calls under way get no answer, a new port is on its way. */
  readonly onLost?: (() => void) | undefined;
  /** The host is back: from now on this port is the one to use. */
  readonly onReconnect?: ((port: MessagePort) => void) | undefined;
  /** The host does not start, and the shell has told the person why. */
  readonly onRefused?: ((reason: string) => void) | undefined;
}

/** The service host does not start on this PC; `reason` is the code the shell gave. */
export class ServiceRefused extends Error {
  override readonly name = 'ServiceRefused';
  readonly reason: string;

  constructor(reason: string) {
    super(`the service host does not start: ${reason}`);
    this.reason = reason;
  }
}

/** Asks the shell for the port to the service host, waits while the host starts, and asks again whenever it was lost. */
export function connectServicePort(page: Window, events: ServicePortEvents = {}): Promise<MessagePort> {
  let requestId = 0;
  let current: MessagePort | 'refused' | null = null;
  let settled = false;

  return new Promise((resolve, reject) => {
    page.addEventListener('message', (event) => {
      // A frame inside the page or another window must not be able to hand us a port of its own.
      if (event.source !== page || event.origin !== page.location.origin) return;
      const message = readServicePortMessage(event.data);
      if (message?.shouhou === 'port-granted') take(message.requestId, event.ports[0]);
      else if (message?.shouhou === 'port-lost') askAgain();
      else if (message?.shouhou === 'port-refused') giveUp(message.reason);
    });
    ask();

    function ask(): void {
      requestId += 1;
      const message: ServicePortMessage = { shouhou: 'port-wanted', requestId };
      page.postMessage(message, page.location.origin);
    }

    function take(answered: number, port: MessagePort | undefined): void {
      if (port === undefined) return;
      // An answer to an earlier request belongs to a host that has ended since.
      if (answered !== requestId || current !== null) return port.close();
      current = port;
      if (settled) events.onReconnect?.(port);
      settled = true;
      resolve(port);
    }

    function askAgain(): void {
      const isChange = current !== null;
      forget();
      if (isChange) events.onLost?.();
      ask();
    }

    function giveUp(reason: string): void {
      forget();
      current = 'refused';
      settled = true;
      reject(new ServiceRefused(reason));
      events.onRefused?.(reason);
    }

    function forget(): void {
      if (current instanceof MessagePort) current.close();
      current = null;
    }
  });
}
