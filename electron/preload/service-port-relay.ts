import {
  isRequestId,
  readServicePortMessage,
  servicePortChannels,
} from '#shared/desktop/service-port-messages.ts';
import type { ServicePortMessage } from '#shared/desktop/service-port-messages.ts';
import type { PageIpc } from './ipc.ts';

/** Passes the page's wish for a service port to the shell, and the port, its loss or its refusal back to the page. */
export function relayServicePort(ipc: PageIpc, page: Window): void {
  page.addEventListener('message', (event) => {
    // Frames inside the page and windows that opened it are not the page.
    if (event.source !== page || event.origin !== page.location.origin) return;
    const message = readServicePortMessage(event.data);
    if (message?.shouhou === 'port-wanted') ipc.send(servicePortChannels.wanted, message.requestId);
  });

  ipc.on(servicePortChannels.granted, (event, requestId) => {
    if (isRequestId(requestId)) tell({ shouhou: 'port-granted', requestId }, event.ports);
  });
  ipc.on(servicePortChannels.lost, () => tell({ shouhou: 'port-lost' }));
  ipc.on(servicePortChannels.refused, (_event, reason) => {
    if (typeof reason === 'string') tell({ shouhou: 'port-refused', reason });
  });

  function tell(message: ServicePortMessage, ports: readonly MessagePort[] = []): void {
    page.postMessage(message, page.location.origin, [...ports]);
  }
}
