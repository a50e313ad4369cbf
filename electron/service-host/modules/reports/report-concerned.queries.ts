import { refuse, type RefusalCode } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { decidingRefusal, type DecidingFacts } from '../../desks/decisions/deciding.rules.ts';
import { decidingFacts } from '../people/deciding.queries.ts';
import type { serviceReports } from '../../schema/reports.tables.ts';

type Concern = readonly (string | null)[];

/** Everybody a report belongs to, and who therefore never decides on it: who wrote or changed it, and who did the work. */
export function concernedBy({
  createdBy,
  takenOverBy,
  technicianIds,
  editorIds,
}: Pick<
  typeof serviceReports.$inferSelect,
  'createdBy' | 'takenOverBy' | 'technicianIds' | 'editorIds'
>): Concern {
  return [createdBy, takenOverBy, ...technicianIds, ...(editorIds ?? [])];
}

/** Why the actor may not decide on a report or a supplement that concerns these people; undefined when they may. */
export async function decisionRefusal(tx: ReadTx, concerned: Concern): Promise<RefusalCode | undefined> {
  const refusal = decidingRefusal(await decidingFacts(tx, 'reports.approve', concerned));
  if (refusal === 'unknown') return 'NOT_SIGNED_IN';
  if (refusal === 'noRight') return 'APPROVAL_REQUIRED';
  return refusal === 'own' ? 'OWN_REPORT' : undefined;
}

/**
 * Refuses NOT_SIGNED_IN, APPROVAL_REQUIRED without the right, and OWN_REPORT for what concerns the actor. Gives the facts
 * that a signature takes.
 */
export async function refuseUnlessMayDecide(tx: ReadTx, concerned: Concern): Promise<DecidingFacts> {
  const refusal = await decisionRefusal(tx, concerned);
  if (refusal === 'NOT_SIGNED_IN' || refusal === 'APPROVAL_REQUIRED' || refusal === 'OWN_REPORT')
    refuse(refusal, {});
  return decidingFacts(tx, 'reports.approve', concerned);
}
