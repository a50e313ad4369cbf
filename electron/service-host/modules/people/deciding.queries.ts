import { permissionsOf, type Permission } from '#shared/domain/permissions.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { decidingRefusal, type DecidingFacts } from './deciding.rules.ts';
import { deputisedPeople } from './people.queries.ts';

/** What decides whether the actor may use a leader's right upon something that concerns these people. */
export async function decidingFacts(
  tx: ReadTx,
  permission: Permission,
  concerned: readonly (string | null)[],
): Promise<DecidingFacts> {
  const actorId = tx.actor.personId;
  return {
    actorId,
    ownRight: permissionsOf(tx.actor.roles).has(permission),
    deputyFor: actorId === null ? [] : await deputisedPeople(tx, actorId, permission),
    concerned,
  };
}

/** Refuses NOT_SIGNED_IN, APPROVAL_REQUIRED without the right, and OWN_REQUISITION for what concerns the actor. */
export async function refuseUnlessUnconcerned(
  tx: ReadTx,
  permission: Permission,
  concerned: readonly (string | null)[],
): Promise<void> {
  const refusal = decidingRefusal(await decidingFacts(tx, permission, concerned));
  if (refusal === 'unknown') refuse('NOT_SIGNED_IN', {});
  if (refusal === 'noRight') refuse('APPROVAL_REQUIRED', {});
  if (refusal === 'own') refuse('OWN_REQUISITION', {});
}
