import { and, eq } from 'drizzle-orm';
import type { Moment } from '#shared/domain/days.ts';
import { clockToleranceMs } from '#shared/domain/report-missing.ts';
import type { Satisfaction } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { attachments } from '../attachments/attachments.tables.ts';
import { markCase } from '../cases/cases.service.ts';
import { concernedBy, refuseUnlessMayDecide } from './report-concerned.queries.ts';
import { linesOf } from './report-lines.queries.ts';
import { change, reportToChange, tellCase, type Edited, type Report } from './report-records.service.ts';
import { holdsAsSealed, isIntact } from './service-reports.rules.ts';

interface SignInput extends Edited {
  readonly signedAt: Moment;
  readonly signedBy: string;
  readonly scanId: string;
  readonly satisfaction: Satisfaction | null;
  readonly customerRemarks: string;
}

/**
 * Files the signature with the scan of the signed paper; from now on the report is frozen. Refuses SIGNED_BEFORE_FINISH,
 * NOT_PRINTED, CONTENT_CHANGED when what was printed last is not what is held, SCAN_REQUIRED.
 */
export async function signReport(tx: WriteTx, input: SignInput) {
  const found = await reportToChange(tx, input, ['finished']);
  const { signedAt, signedBy, scanId, satisfaction, customerRemarks } = input;
  if (found.finishedAt === null || signedAt < found.finishedAt)
    refuse('SIGNED_BEFORE_FINISH', { finishedAt: found.finishedAt ?? tx.now });
  if (signedAt > tx.now + clockToleranceMs)
    refuse('INVALID_INPUT', { issues: [{ path: 'signedAt', code: 'inFuture' }] });
  if (found.printCount === 0) refuse('NOT_PRINTED', { number: found.number });
  if (found.printedHash !== found.contentHash || !(await isAsSealed(tx, found)))
    refuse('CONTENT_CHANGED', { number: found.number });
  await refuseWithoutScan(tx, found.id, scanId);
  const fields = { state: 'signed', signedAt, signedBy, scanId, satisfaction, customerRemarks } as const;
  const saved = await change(tx, found, 'sign', fields);
  await tellCase(tx, found, 'signed');
  return saved;
}

/** The leader's approval, by which the case is solved. Refuses OWN_REPORT to whoever wrote the report or did the work. */
export async function approveReport(tx: WriteTx, input: Edited) {
  const found = await reportToChange(tx, input, ['signed']);
  const also = await refuseUnlessMayDecide(tx, await concernedBy(tx, found));
  const fields = { state: 'approved', decidedBy: tx.actor.personId, decidedAt: tx.now } as const;
  const saved = await change(tx, found, 'approve', fields, also);
  await tellCase(tx, found, 'approved');
  await markCase(tx, found.caseId, 'resolved');
  return saved;
}

/** Puts an approved report into the file. */
export async function fileReport(tx: WriteTx, input: Edited) {
  const found = await reportToChange(tx, input, ['approved']);
  const saved = await change(tx, found, 'file', { state: 'filed', filedAt: tx.now });
  await tellCase(tx, found, 'filed');
  return saved;
}

async function isAsSealed(tx: WriteTx, found: Report): Promise<boolean> {
  if (found.sealedContent === null || !isIntact(found)) return false;
  return holdsAsSealed({ ...found, lines: await linesOf(tx, found.id) }, found.sealedContent);
}

/** The scan must be a picture or a PDF that is attached to this very report and was not voided. */
async function refuseWithoutScan(tx: WriteTx, reportId: string, scanId: string): Promise<void> {
  const [scan] = await tx.db
    .select({ voidedAt: attachments.voidedAt, mediaType: attachments.mediaType })
    .from(attachments)
    .where(
      and(
        eq(attachments.id, scanId),
        eq(attachments.subjectKind, 'report'),
        eq(attachments.subjectId, reportId),
      ),
    );
  if (!scan || scan.voidedAt !== null || !/^image\/|^application\/pdf$/.test(scan.mediaType))
    refuse('SCAN_REQUIRED', {});
}
