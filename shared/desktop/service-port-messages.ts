/** The channels between the doorway and the shell on which a page gets its port to the service host. */
export const servicePortChannels = {
  /** Page → shell, with the number of the request. */
  wanted: 'service-port:wanted',
  /** Shell → page, with the number of the request and the port itself. */
  granted: 'service-port:granted',
  /** Shell → page: the service host has ended, its ports are dead, ask again. */
  lost: 'service-port:lost',
  /** Shell → page: the service host does not start, with the reason's code. */
  refused: 'service-port:refused',
} as const;

/** The messages between the page and its doorway, over `window.postMessage`. */
export type ServicePortMessage =
  | { readonly shouhou: 'port-wanted'; readonly requestId: number }
  | { readonly shouhou: 'port-granted'; readonly requestId: number }
  | { readonly shouhou: 'port-lost' }
  | { readonly shouhou: 'port-refused'; readonly reason: string };

/** The message in `data` when it is one of ours, else null. */
export function readServicePortMessage(data: unknown): ServicePortMessage | null {
  if (typeof data !== 'object' || data === null || !('shouhou' in data)) return null;
  switch (data.shouhou) {
    case 'port-wanted':
    case 'port-granted':
      return 'requestId' in data && isRequestId(data.requestId)
        ? { shouhou: data.shouhou, requestId: data.requestId }
        : null;
    case 'port-lost':
      return { shouhou: data.shouhou };
    case 'port-refused':
      return 'reason' in data && typeof data.reason === 'string'
        ? { shouhou: data.shouhou, reason: data.reason }
        : null;
    default:
      return null;
  }
}

/** Whether `value` can be the number of a request. */
export function isRequestId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
