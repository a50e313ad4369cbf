import type { Moment } from '#shared/domain/days.ts';
import { clockToleranceMs } from '#shared/domain/report-missing.ts';
import type { Satisfaction } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { markCase } from '../cases/cases.service.ts';
import { signByRules } from '../settings/signing.service.ts';
import { attachmentOfReport } from '../relations/documents.queries.ts';
import { printedSince } from './printed.queries.ts';
import { concernedBy, refuseUnlessMayDecide } from './report-concerned.queries.ts';
import { linesOf } from './report-lines.queries.ts';
import {
  reportDocument,
  reportToChange,
  tellCase,
  type Edited,
  type Report,
} from './report-records.service.ts';
import { reportDecision, reportNotBack } from './reports.duties.ts';
import { holdsAsSealed, isIntact } from './reports.rules.ts';

interface SignInput extends Edited {
  readonly signedAt: Moment;
  readonly signedBy: string;
  readonly scanId: string;
  readonly satisfaction: Satisfaction | null;
  readonly customerRemarks: string;
}

/**
 * Files the signature with the scan of the signed paper; from now on the report is frozen. Refuses SIGNED_BEFORE_FINISH,
 * NOT_PRINTED, CONTENT_CHANGED when what was printed last is not what is held, SIGNED_BEFORE_PRINT for a moment at which the
 * paper was not there yet, and as a scan what cannot be of that paper: SCAN_REQUIRED, SCAN_TOO_OLD, DOES_NOT_BELONG.
 */
export async function signReport(tx: WriteTx, input: SignInput) {
  const found = await reportToChange(tx, 'sign', input);
  const { signedAt, signedBy, scanId, satisfaction, customerRemarks } = input;
  if (found.finishedAt === null || signedAt < found.finishedAt)
    refuse('SIGNED_BEFORE_FINISH', { finishedAt: found.finishedAt ?? tx.now });
  if (signedAt > tx.now + clockToleranceMs)
    refuse('INVALID_INPUT', { issues: [{ path: 'signedAt', code: 'inFuture' }] });
  if (found.printCount === 0) refuse('NOT_PRINTED', { number: found.number });
  if (found.printedHash !== found.contentHash || !(await isAsSealed(tx, found)))
    refuse('CONTENT_CHANGED', { number: found.number });
  const printedAt = (await printedSince(tx, found)) ?? refuse('NOT_PRINTED', { number: found.number });
  if (minuteOf(signedAt) < minuteOf(printedAt)) refuse('SIGNED_BEFORE_PRINT', { printedAt });
  await refuseWithoutScan(tx, found, scanId, printedAt);
  const fields = { state: 'signed', signedAt, signedBy, scanId, satisfaction, customerRemarks } as const;
  const saved = await reportDocument.change(tx, found, 'sign', fields);
  await followDuty(tx, reportNotBack, found.id);
  await followDuty(tx, reportDecision, found.id);
  await tellCase(tx, found, 'signed');
  return saved;
}

/**
 * Signs the approval; by the last signature that is needed the case is solved. Refuses OWN_REPORT to whoever wrote the report
 * or did the work, ALREADY_SIGNED, NOT_YOUR_TURN.
 */
export async function approveReport(tx: WriteTx, input: Edited & { readonly reason?: string | undefined }) {
  const found = await reportToChange(tx, 'approve', input);
  const by = await refuseUnlessMayDecide(tx, concernedBy(found));
  const { id, version, number, feeFen: amountFen } = found;
  const { isLast, also } = await signByRules(tx, {
    decision: 'report.approve',
    id,
    version,
    amountFen,
    verdict: 'approve',
    reason: input.reason ?? '',
    by,
  });
  // A signature before the last changes nothing of the report itself.
  if (!isLast) return { id: id as string, version, number };
  const fields = { state: 'approved', decidedBy: tx.actor.personId, decidedAt: tx.now } as const;
  const saved = await reportDocument.change(tx, found, 'approve', fields, also);
  await followDuty(tx, reportDecision, found.id);
  await tellCase(tx, found, 'approved');
  await markCase(tx, found.caseId, 'resolved');
  return saved;
}

/** Puts an approved report into the file. */
export async function fileReport(tx: WriteTx, input: Edited) {
  const found = await reportToChange(tx, 'file', input);
  const saved = await reportDocument.change(tx, found, 'file', { state: 'filed', filedAt: tx.now });
  await tellCase(tx, found, 'filed');
  return saved;
}

async function isAsSealed(tx: WriteTx, found: Report): Promise<boolean> {
  if (found.sealedContent === null || !isIntact(found)) return false;
  return holdsAsSealed({ ...found, lines: await linesOf(tx, found.id) }, found.sealedContent);
}

/** A person types the minute, and the print knows the millisecond. */
function minuteOf(moment: Moment): number {
  return Math.trunc(moment / 60_000);
}

/** The scan is a picture or a PDF, filed as a scan of this very report after its paper was printed, and was not voided. */
async function refuseWithoutScan(
  tx: WriteTx,
  report: Report,
  scanId: string,
  printedAt: Moment,
): Promise<void> {
  const scan = await attachmentOfReport(tx, scanId, report);
  const isPaper = scan.purpose === 'scan' && /^image\/|^application\/pdf$/.test(scan.mediaType);
  if (!isPaper || scan.voidedAt !== null) refuse('SCAN_REQUIRED', {});
  if (scan.addedAt < printedAt) refuse('SCAN_TOO_OLD', { fileName: scan.fileName, printedAt });
}
