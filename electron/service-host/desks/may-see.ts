import { refuse } from '#shared/contract/refusals.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { viewOf, type Kind } from '#shared/nouns/index.ts';

/** Whether somebody may see the records of a noun. */
export function maySee({ permissions }: Actor, kind: Kind): boolean {
  const permission = viewOf(kind);
  return permission === undefined || permissions.has(permission);
}

/** Refuses NOT_PERMITTED to who may not see the records of a noun: what hangs on a record tells as much as the record. */
export function refuseUnlessMaySee(actor: Actor, kind: Kind): void {
  const permission = viewOf(kind);
  if (permission !== undefined && !maySee(actor, kind)) refuse('NOT_PERMITTED', { permission });
}
