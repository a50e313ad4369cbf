import { and, eq, inArray } from 'drizzle-orm';
import { refuse, type RefusalCode } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { auditEntries } from '../../schema/audit.tables.ts';
import { decidedFor, type DecidedFor, decidingFacts } from '../people/deciding.queries.ts';
import { decidingRefusal } from '../../desks/decisions/deciding.rules.ts';
import type { serviceReports } from '../../schema/reports.tables.ts';

type Concern = readonly (string | null)[];

/** Everybody a report belongs to, and who therefore never decides on it: who wrote or changed it, and who did the work. */
export async function concernedBy(
  tx: ReadTx,
  report: Pick<typeof serviceReports.$inferSelect, 'id' | 'createdBy' | 'takenOverBy' | 'technicianIds'>,
): Promise<Concern> {
  const writers = await tx.db
    .selectDistinct({ personId: auditEntries.personId })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, 'report'),
        eq(auditEntries.subjectId, report.id),
        inArray(auditEntries.act, ['reports.edit', 'reports.finish']),
      ),
    );
  return [
    report.createdBy,
    report.takenOverBy,
    ...report.technicianIds,
    ...writers.map((writer) => writer.personId),
  ];
}

/** Why the actor may not decide on a report or a supplement that concerns these people; undefined when they may. */
export async function decisionRefusal(tx: ReadTx, concerned: Concern): Promise<RefusalCode | undefined> {
  const refusal = decidingRefusal(await decidingFacts(tx, 'reports.approve', concerned));
  if (refusal === 'unknown') return 'NOT_SIGNED_IN';
  if (refusal === 'noRight') return 'APPROVAL_REQUIRED';
  return refusal === 'own' ? 'OWN_REPORT' : undefined;
}

/**
 * Refuses NOT_SIGNED_IN, APPROVAL_REQUIRED without the right, and OWN_REPORT for what concerns the actor. Gives in whose
 * place they decide.
 */
export async function refuseUnlessMayDecide(tx: ReadTx, concerned: Concern): Promise<DecidedFor> {
  const refusal = await decisionRefusal(tx, concerned);
  if (refusal === 'NOT_SIGNED_IN' || refusal === 'APPROVAL_REQUIRED' || refusal === 'OWN_REPORT')
    refuse(refusal, {});
  return decidedFor(await decidingFacts(tx, 'reports.approve', concerned));
}
