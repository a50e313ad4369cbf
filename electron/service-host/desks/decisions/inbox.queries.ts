import { decisionKinds, decisionsTold, type DecisionKind } from '#shared/domain/decision-kinds.ts';
import type { ReadTx } from '../../database/database.ts';
import type { Deciders, Decisions, Waiting } from './decision.ts';
import { decidingRefusal, type DecidingFacts } from './deciding.rules.ts';
import { namesOf, signaturesUnder } from './decisions.queries.ts';
import { signingOf } from './signing.rules.ts';

/** So many of one kind are looked through; of more than these the inbox says that there are more. */
const lookedThroughAtMost = 500;
/** So many rows are told. */
const toldAtMost = 100;

interface Decidable extends Waiting {
  readonly kind: DecisionKind;
  readonly signedBy: readonly string[];
  readonly neededCount: number;
}

/**
 * What waits for the person who asks, the oldest first: only what they may sign now, and nothing that concerns them. `count`
 * counts all of it, also what is not told beyond `limit`; `isMore` says that there are still more.
 */
export async function inbox(
  tx: ReadTx,
  all: Decisions,
  deciders: Deciders,
  filter: { readonly kinds?: readonly DecisionKind[] | undefined } = {},
  limit = toldAtMost,
) {
  const { decidable, isMore } = await decidableNow(tx, all, deciders, filter.kinds ?? decisionKinds);
  const told = decidable.slice(0, limit);
  const names = await namesOf(
    tx,
    told.flatMap(({ askedBy, signedBy }) => [askedBy, ...signedBy]),
  );
  const rows = [];
  const texts = new Map<DecisionKind, Awaited<ReturnType<Decisions[DecisionKind]['tell']>>>();
  for (const [kind, own] of Map.groupBy(told, (one) => one.kind))
    texts.set(kind, await all[kind].tell(tx, own));
  for (const { kind, concerned: _, askedBy, signedBy, ...one } of told) {
    const text = texts.get(kind)?.get(one.id);
    rows.push({
      ...one,
      kind,
      recordKind: decisionsTold[kind].of,
      askedByName: names.get(askedBy ?? '') ?? '',
      signedBy: signedBy.map((person) => names.get(person) ?? ''),
      summary: text?.summary ?? '',
      warnings: [...(text?.warnings ?? [])],
      mayReject: all[kind].reject !== undefined,
      maySendBack: all[kind].sendBack !== undefined,
    });
  }
  return { rows, count: decidable.length, isMore };
}

/** How much waits for the person who asks, what it is worth together, and since when the oldest waits. */
export async function inboxCount(tx: ReadTx, all: Decisions, deciders: Deciders) {
  const { decidable, isMore } = await decidableNow(tx, all, deciders, decisionKinds);
  const amountFen = decidable.reduce((sum, one) => sum + (one.amountFen ?? 0), 0);
  return { count: decidable.length, isMore, amountFen, oldestAt: decidable[0]?.askedAt ?? null };
}

/** Everything that waits for a decision of anybody, since when and by which right; at most `limit` of each kind, the oldest first. */
export async function everythingWaiting(tx: ReadTx, all: Decisions, limit: number) {
  const found = [];
  for (const kind of decisionKinds) {
    const { of: recordKind, may } = decisionsTold[kind];
    for (const { id, recordId, number, askedAt, concerned } of await all[kind].waiting(tx, limit))
      found.push({ kind, may, id, recordKind, recordId, number, askedAt, concerned });
  }
  return found;
}

async function decidableNow(
  tx: ReadTx,
  all: Decisions,
  deciders: Deciders,
  kinds: readonly DecisionKind[],
): Promise<{ readonly decidable: readonly Decidable[]; readonly isMore: boolean }> {
  const found: Decidable[] = [];
  let isMore = false;
  for (const kind of kinds) {
    // Most people decide on nothing, and ask for no list then.
    const own = await deciders.facts(tx, kind, []);
    if (decidingRefusal(own) !== undefined) continue;
    const waiting = await all[kind].waiting(tx, lookedThroughAtMost);
    isMore ||= waiting.length === lookedThroughAtMost;
    if (waiting.length > 0) found.push(...(await signable(tx, kind, waiting, deciders, own)));
  }
  return {
    decidable: found.toSorted((one, other) => one.askedAt - other.askedAt || (one.id < other.id ? -1 : 1)),
    isMore,
  };
}

async function signable(
  tx: ReadTx,
  kind: DecisionKind,
  waiting: readonly Waiting[],
  deciders: Deciders,
  own: DecidingFacts,
): Promise<readonly Decidable[]> {
  const signatures = await signaturesUnder(
    tx,
    kind,
    waiting.map(({ id }) => id),
  );
  const neededFor = await deciders.needed(tx, kind);
  const found: Decidable[] = [];
  for (const one of waiting) {
    const by = { ...own, concerned: one.concerned };
    if (decidingRefusal(by) !== undefined) continue;
    const counted = (signatures.get(one.id) ?? []).filter(({ version }) => version === one.version);
    const needed = neededFor(one);
    if ('because' in signingOf(needed, counted, by)) continue;
    const neededCount = Math.max(needed.count, needed.inOrder.length);
    found.push({ ...one, kind, signedBy: counted.map(({ personId }) => personId), neededCount });
  }
  return found;
}
