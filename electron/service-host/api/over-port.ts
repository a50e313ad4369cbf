import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { Call } from './call.ts';
import { guard } from './guard.ts';
import type { HostParts } from './host-parts.ts';
import { originOf } from './origin.ts';
import { router } from './router.ts';

/** Serves the contract over message ports: the wire of the page on this PC. */
export function portServer(parts: HostParts): { serve(port: SupportedMessagePort): void } {
  const handler = new RPCHandler<Call>(router, {
    clientInterceptors: [guard],
    rootInterceptors: [
      // The credentials of a message travel in its headers, so each message is a call of its own.
      ({ next, ...options }) =>
        next({ ...options, context: new Call(parts, originOf(options.request.headers)) }),
    ],
  });
  return {
    serve: (port) =>
      handler.upgrade(port, { context: new Call(parts, { token: undefined, language: 'zh-CN' }) }),
  };
}
