import { isRequestId, servicePortChannels } from '#shared/desktop/service-port-messages.ts';
import type { ServiceHostProcess } from './service-host-process.ts';
import { isTrustedPage } from './trusted-page.ts';
import type { SpeakingFrame } from './trusted-page.ts';

/** The part of Electron's `WebFrameMain` that receives a port. */
export interface PageFrame<Port> extends SpeakingFrame {
  send(channel: string, ...values: unknown[]): void;
  postMessage(channel: string, message: unknown, ports?: Port[]): void;
}

/** What the handing out of ports needs from Electron. */
export interface ServicePortsOptions<Port> {
  readonly host: Pick<ServiceHostProcess<Port>, 'whenReady'>;
  readonly createChannel: () => { readonly port1: Port; readonly port2: Port };
  readonly trustedOrigins: readonly string[];
}

/** Answers a page's wish for a port: one end goes to the service host, the other to the page, as soon as the host is ready. */
export function grantServicePort<Port>(
  options: ServicePortsOptions<Port>,
  frame: PageFrame<Port> | null,
  requestId: unknown,
): void {
  const { host, createChannel, trustedOrigins } = options;
  if (!isTrustedPage(frame, trustedOrigins) || !isRequestId(requestId)) return;
  host.whenReady((readiness) => {
    // The page may have been closed, reloaded or led elsewhere while the host was starting.
    if (!isTrustedPage(frame, trustedOrigins)) return;
    if (readiness.kind === 'refused')
      return frame.send(servicePortChannels.refused, readiness.refusal.reason);
    const { port1, port2 } = createChannel();
    readiness.givePort(port1);
    frame.postMessage(servicePortChannels.granted, requestId, [port2]);
  });
}
