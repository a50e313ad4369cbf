/** Who wants to use a leader's right, and whom the matter concerns. */
export interface DecidingFacts {
  readonly actorId: string | null;
  /** Whether the actor holds the right by a role of their own. */
  readonly ownRight: boolean;
  /** Those with the right for whom the actor stands in today. */
  readonly deputyFor: readonly string[];
  /** Everybody whom the matter concerns, and who therefore never decides on it. */
  readonly concerned: readonly (string | null)[];
}

/** Why somebody may not decide: nobody is known to act, it is their own matter, or they have no such right. */
export type DecidingRefusal = 'unknown' | 'own' | 'noRight';

/** In whose place the actor decides: nobody's where the right is their own, else all those whom it does not concern. */
export function decidesFor({ ownRight, deputyFor, concerned }: DecidingFacts): readonly string[] {
  return ownRight ? [] : deputyFor.filter((person) => !concerned.includes(person));
}

/**
 * Why the actor may not decide, or undefined when they may. Nobody decides on what concerns them, on no path: not by
 * their own right, and not as the deputy of another whom it concerns; somebody unknown decides on nothing.
 */
export function decidingRefusal(facts: DecidingFacts): DecidingRefusal | undefined {
  if (facts.actorId === null) return 'unknown';
  if (!facts.ownRight && facts.deputyFor.length === 0) return 'noRight';
  if (facts.concerned.includes(facts.actorId)) return 'own';
  if (facts.ownRight) return undefined;
  return decidesFor(facts).length > 0 ? undefined : 'own';
}
