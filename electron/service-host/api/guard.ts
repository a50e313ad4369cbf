import type { AnyContractProcedure } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { theProgram } from '#shared/domain/actor.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ProcedureMeta } from '#shared/contract/procedures.ts';
import { personBehind } from '../modules/people/sessions.service.ts';
import type { Call } from './call.ts';
import { toWireError } from './wire-errors.ts';

interface GuardedCall {
  readonly context: Call;
  readonly procedure: AnyContractProcedure;
  readonly path: readonly string[];
  next(): Promise<unknown>;
}

/**
 * Stands before every procedure on every wire: finds who calls, holds the permission against the contract, and gives
 * whatever goes wrong its code and a sentence in the caller's language.
 */
export async function guard({ context: call, procedure, path, next }: GuardedCall): Promise<unknown> {
  try {
    await admit(call, metaOf(procedure));
    return await next();
  } catch (error) {
    throw error instanceof ORPCError && error.defined
      ? error
      : toWireError(error, call.origin.language, path);
  }
}

/** What the contract says of a procedure. */
export function metaOf(procedure: AnyContractProcedure): ProcedureMeta {
  // Every procedure of ours is made by question() or act(), which set it.
  return procedure['~orpc'].meta as ProcedureMeta;
}

async function admit(call: Call, { access }: ProcedureMeta): Promise<void> {
  await call.enterOffice();
  const found =
    call.origin.token === undefined ? undefined : await personBehind(call.parts.database, call.origin.token);
  if (found) call.begin(found.actor, found.sessionId);
  else if (access === 'anyone') call.begin(theProgram, undefined);
  else refuse('NOT_SIGNED_IN', {});
  if (access === 'anyone' || access === 'signedIn') return;
  if (!call.actor.permissions.has(access)) refuse('NOT_PERMITTED', { permission: access });
}
