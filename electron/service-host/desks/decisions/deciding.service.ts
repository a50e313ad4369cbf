import type { DecisionKind } from '#shared/domain/decision-kinds.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import type { Decisions, Seen } from './decision.ts';

/** What somebody decides on, as the inbox showed it. */
export interface Chosen extends Seen {
  readonly kind: DecisionKind;
}

/** Approves, by the act of the noun. */
export async function approve(tx: WriteTx, all: Decisions, { kind, ...seen }: Chosen) {
  return all[kind].approve(tx, seen);
}

/** Rejects, by the act of the noun. Refuses NOT_DECIDED_SO where its rules know no rejection. */
export async function reject(tx: WriteTx, all: Decisions, { kind, ...seen }: Chosen) {
  const act = all[kind].reject ?? refuse('NOT_DECIDED_SO', {});
  return act(tx, seen);
}

/** Gives it back to its author, by the act of the noun. Refuses NOT_DECIDED_SO where its rules know no way back. */
export async function sendBack(tx: WriteTx, all: Decisions, { kind, ...seen }: Chosen) {
  const act = all[kind].sendBack ?? refuse('NOT_DECIDED_SO', {});
  return act(tx, seen);
}

/** Approves several, each for itself: a refusal undoes its own alone, and stands in the results with its facts. */
export async function approveSeveral(tx: WriteTx, all: Decisions, chosen: readonly Omit<Chosen, 'reason'>[]) {
  const results = [];
  for (const one of chosen) {
    const { kind, id } = one;
    const tried = await tx.attempt(() => approve(tx, all, { ...one, reason: '' }));
    results.push(
      tried.ok
        ? { kind, id, refusal: null, facts: {} }
        : { kind, id, refusal: tried.refusal.code, facts: { ...tried.refusal.facts } },
    );
  }
  return { results };
}
