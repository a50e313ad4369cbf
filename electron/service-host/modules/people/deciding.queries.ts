import { type Permission } from '#shared/nouns/index.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { decidesFor, decidingRefusal, type DecidingFacts } from '../../desks/decisions/deciding.rules.ts';
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

/** What a decision is told in the audit trail with, beside what it changes: in whose place it was made. */
export interface DecidedFor {
  readonly before: Record<never, never>;
  readonly after: { readonly deputyFor?: readonly string[] };
}

/** Says in whose place the actor decides; nothing where the right is their own. */
export function decidedFor(facts: DecidingFacts): DecidedFor {
  const deputyFor = decidesFor(facts);
  return { before: {}, after: deputyFor.length === 0 ? {} : { deputyFor } };
}

/**
 * Refuses NOT_SIGNED_IN, APPROVAL_REQUIRED without the right, and OWN_REQUISITION for what concerns the actor. Gives in
 * whose place they decide.
 */
export async function refuseUnlessUnconcerned(
  tx: ReadTx,
  permission: Permission,
  concerned: readonly (string | null)[],
): Promise<DecidedFor> {
  const facts = await decidingFacts(tx, permission, concerned);
  const refusal = decidingRefusal(facts);
  if (refusal === 'unknown') refuse('NOT_SIGNED_IN', {});
  if (refusal === 'noRight') refuse('APPROVAL_REQUIRED', {});
  if (refusal === 'own') refuse('OWN_REQUISITION', {});
  return decidedFor(facts);
}
