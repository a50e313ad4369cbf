import { desc, eq } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { editRecord, refuseIfStale } from '../../desks/edit-record.ts';
import { signByRules } from '../settings/signing.service.ts';
import { concernedBy, refuseUnlessMayDecide } from './report-concerned.queries.ts';
import { supplementDecision } from './reports.duties.ts';
import { reportFor, tellCase } from './report-records.service.ts';
import { reportSupplements } from '../../schema/reports.tables.ts';

/** Adds a numbered supplement to a signed report; the report itself stays as it was signed. */
export async function addSupplement(
  tx: WriteTx,
  input: { readonly reportId: string; readonly text: string },
) {
  const report = await reportFor(tx, 'addSupplement', input.reportId);
  const [last] = await tx.db
    .select({ ordinal: reportSupplements.ordinal })
    .from(reportSupplements)
    .where(eq(reportSupplements.reportId, report.id))
    .orderBy(desc(reportSupplements.ordinal))
    .limit(1);
  const id = newId<'supplement'>(tx.now);
  const ordinal = (last?.ordinal ?? 0) + 1;
  await tx.db.insert(reportSupplements).values({
    id,
    reportId: report.id,
    ordinal,
    state: 'submitted',
    text: input.text,
    writtenBy: tx.actor.personId,
    writtenAt: tx.now,
    decisionReason: '',
    version: 1,
  });
  await recordAudit(tx, {
    act: 'reports.supplement',
    subjectKind: 'report',
    subjectId: report.id,
    after: { ordinal, text: input.text },
  });
  await followDuty(tx, supplementDecision, report.id);
  await tellCase(tx, report, input.text);
  return { id, ordinal };
}

/**
 * Approves or rejects a supplement. Refuses OWN_REPORT to whoever wrote it, and to whom the report itself concerns; and
 * REASON_REQUIRED for a rejection without words; then ALREADY_SIGNED and NOT_YOUR_TURN.
 */
export async function decideSupplement(
  tx: WriteTx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly approved: boolean;
    readonly reason: string;
  },
) {
  const [found] = await tx.db.select().from(reportSupplements).where(eq(reportSupplements.id, input.id));
  if (!found) return refuse('NOT_FOUND', { kind: 'supplement' });
  if (found.state !== 'submitted') refuse('WRONG_STATE', { number: `${found.ordinal}`, state: found.state });
  const report = await reportFor(tx, 'decideSupplement', found.reportId);
  await refuseIfStale(tx, reportSupplements, 'supplement', input.id, input.version);
  const by = await refuseUnlessMayDecide(tx, [found.writtenBy, ...concernedBy(report)]);
  if (!input.approved && input.reason === '') refuse('REASON_REQUIRED', {});
  const { isLast, also } = await signByRules(tx, {
    decision: 'supplement.approve',
    id: found.id,
    version: found.version,
    recordId: report.id,
    amountFen: null,
    verdict: input.approved ? 'approve' : 'reject',
    reason: input.reason,
    by,
  });
  // A signature before the last changes nothing of the supplement itself.
  if (!isLast) return { id: input.id, version: input.version };
  const saved = await editRecord(tx, reportSupplements, {
    kind: 'supplement',
    act: 'reports.decideSupplement',
    id: input.id,
    version: input.version,
    fields: {
      state: input.approved ? 'approved' : 'rejected',
      decidedBy: tx.actor.personId,
      decidedAt: tx.now,
      decisionReason: input.reason,
    },
    also,
  });
  await followDuty(tx, supplementDecision, found.reportId);
  tx.changes.push({ kind: 'report', id: found.reportId });
  return saved;
}
