import { type Permission } from '#shared/nouns/index.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { decidingRefusal, type DecidingFacts } from '../../desks/decisions/deciding.rules.ts';
import { deputisedPeople } from './people.queries.ts';
import { hasOwnRight } from './roles.queries.ts';

/** What decides whether the actor may use a leader's right upon something that concerns these people. */
export async function decidingFacts(
  tx: ReadTx,
  permission: Permission,
  concerned: readonly (string | null)[],
): Promise<DecidingFacts> {
  const actorId = tx.actor.personId;
  return {
    actorId,
    ownRight: await hasOwnRight(tx, permission),
    deputyFor: actorId === null ? [] : await deputisedPeople(tx, actorId, permission),
    concerned,
  };
}

/**
 * Refuses NOT_SIGNED_IN, APPROVAL_REQUIRED without the right, and OWN_REQUISITION for what concerns the actor. Gives the
 * facts that a signature takes.
 */
export async function refuseUnlessUnconcerned(
  tx: ReadTx,
  permission: Permission,
  concerned: readonly (string | null)[],
): Promise<DecidingFacts> {
  const facts = await decidingFacts(tx, permission, concerned);
  const refusal = decidingRefusal(facts);
  if (refusal === 'unknown') refuse('NOT_SIGNED_IN', {});
  if (refusal === 'noRight') refuse('APPROVAL_REQUIRED', {});
  if (refusal === 'own') refuse('OWN_REQUISITION', {});
  return facts;
}
