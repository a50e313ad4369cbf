import { eq } from 'drizzle-orm';
import { decisionsTold, type DecisionKind, type DecisionVerdict } from '#shared/domain/decision-kinds.ts';
import { assert } from '#shared/domain/assert.ts';
import { newId } from '#shared/domain/ids.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { decisions } from '../../schema/decisions.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { recordAudit } from '../audit/audit.service.ts';
import type { ChangedBeside } from '../documents.ts';
import { decidesFor, decidingRefusal, type DecidingFacts } from './deciding.rules.ts';
import { signaturesOn } from './decisions.queries.ts';
import { signingOf, type NeededSigners } from './signing.rules.ts';

/** A signature that the service of a noun asks for within its own act. */
export interface ToSign {
  readonly decision: DecisionKind;
  /** The subject, and the version that was shown. */
  readonly id: string;
  readonly version: number;
  /** The record on whose page the signature stands, where it is not the subject itself. */
  readonly recordId?: string;
  readonly verdict: DecisionVerdict;
  readonly reason: string;
  /** Who signs; the noun has refused already whom the matter concerns. */
  readonly by: DecidingFacts;
  readonly needed: NeededSigners;
}

/** What became of a signature: whether the noun goes on now, and what its audit row tells beside its change. */
export interface Signed {
  readonly isLast: boolean;
  readonly also: ChangedBeside;
}

/**
 * Puts the signature of the actor under a decision. The noun goes on only by the last that is needed; before it, the desk
 * writes the audit row itself. One that does not agree ends the decision alone. Refuses ALREADY_SIGNED, NOT_YOUR_TURN.
 */
export async function sign(tx: WriteTx, input: ToSign): Promise<Signed> {
  const { decision, id, version, verdict, reason, by } = input;
  assert(decidingRefusal(by) === undefined, `${decision} was signed by somebody who may not`);
  const { inPlaceOf, isLast } =
    verdict === 'approve' ? await signing(tx, input) : { inPlaceOf: decidesFor(by), isLast: true };
  const recordKind = decisionsTold[decision].of;
  const recordId = input.recordId ?? id;
  // A signature of nobody is refused above.
  const personId = by.actorId ?? '';
  await tx.db.insert(decisions).values({
    id: newId<'decision'>(tx.now),
    decision,
    subjectId: id,
    version,
    recordKind,
    recordId,
    personId,
    inPlaceOf,
    verdict,
    reason,
    at: tx.now,
    concluded: isLast,
  });
  const after = inPlaceOf.length === 0 ? {} : { deputyFor: inPlaceOf };
  if (!isLast)
    await recordAudit(tx, {
      act: 'decisions.sign',
      subjectKind: recordKind,
      subjectId: recordId,
      after: { decision, ...after, ...(reason === '' ? {} : { reason }) },
    });
  return { isLast, also: { before: {}, after } };
}

async function signing(tx: WriteTx, { decision, id, version, by, needed }: ToSign) {
  const found = signingOf(needed, await signaturesOn(tx, decision, id, version), by);
  if (!('because' in found)) return found;
  if (found.because === 'alreadySigned') return refuse('ALREADY_SIGNED', {});
  const [next] = await tx.db.select({ name: people.name }).from(people).where(eq(people.id, found.next));
  return refuse('NOT_YOUR_TURN', { name: next?.name ?? '' });
}
