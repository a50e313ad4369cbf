import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError, Procedure, type AnyProcedure, type AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import { theProgram } from '#shared/domain/actor.ts';
import { Call } from '#host/api/call.ts';
import type { guard } from '#host/api/guard.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import { originOf } from '#host/api/origin.ts';
import type { HttpServer } from '#host/api/over-http.ts';
import { toWireError } from '#host/api/wire-errors.ts';
import { personBehind } from '#host/modules/people/sessions.service.ts';

/*
 * For controls: the procedures of the program, put together without one of its defences. Nothing of the program itself can
 * be told to do without them.
 */

/** What stands before every procedure. */
export type Guard = typeof guard;

/** Serves a router over both wires that take bodies, behind a guard of the caller's choice. */
export async function serveAltered(parts: HostParts, router: AnyRouter, before: Guard): Promise<HttpServer> {
  const rpc = new RPCHandler<Call>(router, {
    clientInterceptors: [before],
    strictGetMethodPluginEnabled: false,
  });
  const api = new OpenAPIHandler<Call>(router, { clientInterceptors: [before] });
  const server = createServer((request, response) => {
    const context = new Call(parts, originOf(request.headers));
    const [handler, prefix] = request.url?.startsWith('/rpc/')
      ? ([rpc, '/rpc'] as const)
      : ([api, '/api'] as const);
    void handler.handle(request, response, { prefix, context }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port of an address.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A guard that finds out who calls and lets them do everything. */
export const lettingEverybodyIn: Guard = ({ context: call, path, next }) =>
  toldInOurWords(call, path, async () => {
    const found = await personBehind(call.parts.database, call.origin.token ?? '');
    if (found) call.begin(found.actor, found.sessionId);
    return next();
  });

/** A guard that takes everybody for the program itself, with a session or without. */
export const takingAllForTheProgram: Guard = ({ context: call, path, next }) =>
  toldInOurWords(call, path, () => {
    call.begin(theProgram, undefined);
    return next();
  });

async function toldInOurWords(
  call: Call,
  path: readonly string[],
  work: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ORPCError && error.defined
      ? error
      : toWireError(error, call.origin.language, path);
  }
}

/** The procedure without the look at its input. */
export function unchecked(procedure: AnyProcedure): AnyProcedure {
  const { inputSchema: _, ...others } = procedure['~orpc'];
  return new Procedure(others);
}
