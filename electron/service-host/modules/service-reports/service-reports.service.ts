import { and, desc, eq, ne } from 'drizzle-orm';
import { dayOf, type Moment } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { ReportState, Satisfaction } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { attachments } from '../attachments/attachments.tables.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { addCaseEvent, markCase } from '../cases/cases.service.ts';
import { cases } from '../cases/cases.tables.ts';
import { editRecord } from '../edit-record.ts';
import { nextNumber, provisionalNumber, registerVoidedNumber } from '../numbering/numbering.service.ts';
import { stockAccounts } from '../stock/stock.tables.ts';
import { requisitions } from '../requisitions/requisitions.tables.ts';
import { recordReading } from '../units/units.service.ts';
import { lastReading } from '../units/units.queries.ts';
import { indexReport } from './report-search.service.ts';
import { contentHashOf, missingOf } from './service-reports.rules.ts';
import { reportContent } from './report-content.queries.ts';
import { writeReportLines, type ReportLineInput } from './report-lines.service.ts';
import { serviceReportLines, serviceReports } from './service-reports.tables.ts';

export type Report = typeof serviceReports.$inferSelect;

interface ReportInput {
  readonly technicianIds: readonly string[];
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly arrivedAt: Moment | null;
  readonly finishedAt: Moment | null;
  readonly symptom: string;
  readonly cause: string;
  readonly work: string;
  readonly faultPlaceOpenedBefore: boolean;
  readonly noPartsReplaced: boolean;
  readonly feeFen: Fen;
  readonly compensation: string;
  readonly satisfaction: Satisfaction | null;
  readonly customerRemarks: string;
  readonly lines: readonly ReportLineInput[];
}
interface Edited {
  readonly id: string;
  readonly version: number;
}

/** How far ahead of the host's clock a signature may be dated, in milliseconds: clocks of two PCs differ. */
const clockToleranceMs = 10 * 60_000;

/** Begins a report with everything the case knows already: symptom, unit, last reading, who drew the parts. */
export async function draftReport(tx: WriteTx, input: { readonly caseId: string }) {
  const [found] = await tx.db.select().from(cases).where(eq(cases.id, input.caseId));
  if (!found) return refuse('NOT_FOUND', { kind: 'case' });
  if (found.state === 'closed' || found.state === 'void')
    refuse('WRONG_STATE', { number: found.number, state: found.state });
  const id = newId<'report'>(tx.now);
  const number = await provisionalNumber(tx, 'report');
  const reading = found.unitId === null ? undefined : await lastReading(tx, found.unitId);
  await tx.db.insert(serviceReports).values({
    id,
    number,
    state: 'draft',
    caseId: found.id,
    unitId: found.unitId,
    technicianIds: await likelyTechnicians(tx, found.id),
    mileageKm: reading?.mileageKm ?? null,
    operatingHours: reading?.operatingHours ?? null,
    symptom: found.symptom,
    cause: '',
    work: '',
    faultPlaceOpenedBefore: false,
    noPartsReplaced: false,
    feeFen: 0,
    compensation: '',
    customerRemarks: '',
    contentHash: '',
    printedHash: '',
    printCount: 0,
    signedBy: '',
    createdBy: tx.actor.personId,
    createdAt: tx.now,
    version: 1,
  });
  await recordAudit(tx, {
    act: 'reports.draft',
    subjectKind: 'report',
    subjectId: id,
    after: { number, caseId: found.id },
  });
  await tellCase(tx, { id, number, caseId: found.id }, 'draft');
  await markCase(tx, found.id, 'inService');
  await indexReport(tx, id);
  return { id, version: 1, number };
}

/** Fills the report in. Refuses REPORT_FROZEN once it is signed, WRONG_STATE while it is finished. */
export async function editReport(tx: WriteTx, input: ReportInput & Edited) {
  const found = await reportIn(tx, input.id, ['draft']);
  await writeReportLines(tx, found, input.lines);
  const { id: _, version, lines: __, ...fields } = withoutOperation(input);
  return change(tx, found, version, 'edit', fields);
}

/** Closes the writing: final number, and the hash of everything the paper will say. Refuses REPORT_INCOMPLETE. */
export async function finishReport(tx: WriteTx, input: Edited) {
  const found = await reportIn(tx, input.id, ['draft']);
  const lineCount = await tx.db.$count(serviceReportLines, eq(serviceReportLines.reportId, found.id));
  const missing = missingOf({ ...found, lineCount });
  if (missing.length > 0) refuse('REPORT_INCOMPLETE', { missing });
  await change(tx, found, input.version, 'finish', { state: 'finished' });
  const number = isProvisional(found.number) ? await nextNumber(tx, 'report') : found.number;
  await tx.db.update(serviceReports).set({ number }).where(eq(serviceReports.id, found.id));
  const contentHash = contentHashOf(await reportContent(tx, found.id));
  await tx.db.update(serviceReports).set({ contentHash }).where(eq(serviceReports.id, found.id));
  await recordAudit(tx, {
    act: 'reports.seal',
    subjectKind: 'report',
    subjectId: found.id,
    after: { number, contentHash },
  });
  if (found.unitId !== null) {
    const { unitId, mileageKm, operatingHours, finishedAt } = found;
    await recordReading(tx, {
      unitId,
      day: dayOf(finishedAt ?? tx.now),
      mileageKm,
      operatingHours,
      source: number,
      counterReplaced: false,
    });
  }
  await tellCase(tx, { ...found, number }, 'finished');
  await indexReport(tx, found.id);
  return { id: found.id, version: input.version + 1, number };
}

/** Opens a finished report again; what was printed of it is worth nothing from now on. */
export async function reopenReport(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await reportIn(tx, input.id, ['finished']);
  const saved = await change(tx, found, input.version, 'reopen', {
    state: 'draft',
    contentHash: '',
    printedHash: '',
  });
  await tellCase(tx, found, 'reopened');
  return saved;
}

/**
 * Files the signature with the scan of the signed paper; from now on the report is frozen. Refuses SIGNED_BEFORE_FINISH,
 * SCAN_REQUIRED, and CONTENT_CHANGED when what was printed last is not what is held.
 */
export async function signReport(
  tx: WriteTx,
  input: Edited & {
    readonly signedAt: Moment;
    readonly signedBy: string;
    readonly scanId: string;
    readonly satisfaction: Satisfaction | null;
    readonly customerRemarks: string;
  },
) {
  const found = await reportIn(tx, input.id, ['finished']);
  if (found.finishedAt === null || input.signedAt < found.finishedAt)
    refuse('SIGNED_BEFORE_FINISH', { finishedAt: found.finishedAt ?? tx.now });
  if (input.signedAt > tx.now + clockToleranceMs)
    refuse('INVALID_INPUT', { issues: [{ path: 'signedAt', code: 'tooLarge' }] });
  if (found.contentHash === '' || found.printedHash !== found.contentHash)
    refuse('CONTENT_CHANGED', { number: found.number });
  if (contentHashOf(await reportContent(tx, found.id)) !== found.contentHash)
    refuse('CONTENT_CHANGED', { number: found.number });
  await refuseWithoutScan(tx, found.id, input.scanId);
  const { signedAt, signedBy, scanId, satisfaction, customerRemarks } = input;
  const saved = await change(tx, found, input.version, 'sign', {
    state: 'signed',
    signedAt,
    signedBy,
    scanId,
    satisfaction,
    customerRemarks,
  });
  await tellCase(tx, found, 'signed');
  return saved;
}

/** The leader's approval; refused to whoever wrote the report or did the work. */
export async function approveReport(tx: WriteTx, input: Edited) {
  const found = await reportIn(tx, input.id, ['signed']);
  if (found.createdBy === tx.actor.personId || found.technicianIds.includes(tx.actor.personId ?? ''))
    refuse('OWN_REPORT', {});
  const saved = await change(tx, found, input.version, 'approve', {
    state: 'approved',
    decidedBy: tx.actor.personId,
    decidedAt: tx.now,
  });
  await tellCase(tx, found, 'approved');
  await markCase(tx, found.caseId, 'resolved');
  return saved;
}

/** Puts an approved report into the file. */
export async function fileReport(tx: WriteTx, input: Edited) {
  const found = await reportIn(tx, input.id, ['approved']);
  const saved = await change(tx, found, input.version, 'file', { state: 'filed', filedAt: tx.now });
  await tellCase(tx, found, 'filed');
  return saved;
}

/** Voids a report nobody has signed; a final number goes into the register of voided numbers. */
export async function voidReport(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await reportIn(tx, input.id, ['draft', 'finished']);
  const saved = await change(tx, found, input.version, 'void', { state: 'void' });
  if (!isProvisional(found.number)) {
    await registerVoidedNumber(tx, {
      number: found.number,
      documentKind: 'report',
      documentId: found.id,
      reason: input.reason,
    });
  }
  await recordAudit(tx, {
    act: 'reports.voidReason',
    subjectKind: 'report',
    subjectId: found.id,
    after: { reason: input.reason },
  });
  await tellCase(tx, found, 'void');
  return saved;
}

/** The report, when it is in one of these states. Refuses NOT_FOUND, REPORT_FROZEN for a signed one, WRONG_STATE. */
export async function reportIn(tx: WriteTx, id: string, states: readonly ReportState[]): Promise<Report> {
  const [found] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, id));
  if (!found) return refuse('NOT_FOUND', { kind: 'report' });
  if (states.includes(found.state)) return found;
  if (found.signedAt !== null && states.includes('draft')) refuse('REPORT_FROZEN', { number: found.number });
  return refuse('WRONG_STATE', { number: found.number, state: found.state });
}

async function change(tx: WriteTx, found: Report, version: number, act: string, fields: Partial<Report>) {
  const saved = await editRecord(tx, serviceReports, {
    kind: 'report',
    act: `reports.${act}`,
    id: found.id,
    version,
    fields,
  });
  return { ...saved, number: found.number };
}

async function tellCase(
  tx: WriteTx,
  report: { readonly id: string; readonly number: string; readonly caseId: string },
  text: string,
): Promise<void> {
  await addCaseEvent(tx, {
    caseId: report.caseId,
    kind: 'report',
    text,
    documentKind: 'report',
    documentId: report.id,
    documentNumber: report.number,
  });
}

async function refuseWithoutScan(tx: WriteTx, reportId: string, scanId: string): Promise<void> {
  const [scan] = await tx.db
    .select({ voidedAt: attachments.voidedAt })
    .from(attachments)
    .where(
      and(
        eq(attachments.id, scanId),
        eq(attachments.subjectKind, 'report'),
        eq(attachments.subjectId, reportId),
      ),
    );
  if (!scan || scan.voidedAt !== null) refuse('SCAN_REQUIRED', {});
}

/** Those who drew parts for the case, last first. */
async function likelyTechnicians(tx: WriteTx, caseId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .select({ personId: stockAccounts.personId })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .where(and(eq(requisitions.caseId, caseId), ne(requisitions.state, 'void')))
    .orderBy(desc(requisitions.createdAt));
  return [...new Set(rows.flatMap((row) => row.personId ?? []))];
}

function isProvisional(number: string): boolean {
  return number.includes('-T');
}

/** The operation id came with the input and is no field of the report. */
function withoutOperation<Input extends object>(input: Input): Omit<Input, 'operationId'> {
  const { operationId: _, ...rest } = input as Input & { operationId?: unknown };
  return rest;
}
