import { newId } from '#shared/domain/ids.ts';
import { dayOf, type Day, type Moment } from '#shared/domain/days.ts';
import type { Fen } from '#shared/domain/money.ts';
import { pick, reportFields } from '#shared/domain/record-fields.ts';
import { missingOf } from '#shared/domain/report-missing.ts';
import type { Satisfaction } from '#shared/domain/states.ts';
import { earliestTold, refuseUnlikelyMoments } from '#shared/contract/future-days.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { caseToWork, markCase } from '../cases/cases.service.ts';
import {
  nextNumber,
  provisionalNumber,
  registerVoidedNumber,
} from '../../desks/numbering/numbering.service.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { issueLineOfReport } from '../relations/documents.queries.ts';
import { caseAtWork, openingOfCase } from '../relations/relations.queries.ts';
import { peopleWhoDrewFor } from '../requisitions/issued-lines.queries.ts';
import { settingsOf } from '../settings/settings.queries.ts';
import { refuseOthersDraft } from '../settings/own-drafts.queries.ts';
import { lastReading } from '../units/units.queries.ts';
import { recordReading, voidReadingsOf, withdrawReadings } from '../units/units.readings.service.ts';
import { reportContent } from './report-content.queries.ts';
import { linesOf, type ReportLineInput } from './report-lines.queries.ts';
import { refuseOverIssued, writeReportLines } from './report-lines.service.ts';
import {
  reportDocument,
  reportToChange,
  tellCase,
  type Edited,
  type Report,
} from './report-records.service.ts';
import { reportNotBack } from './reports.duties.ts';
import { indexReport } from './report-search.service.ts';
import { contentHashOf } from './reports.rules.ts';
import { serviceReports } from '../../schema/reports.tables.ts';

export { approveReport, fileReport, signReport } from './report-signing.service.ts';

interface ReportInput extends Edited {
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
  readonly partsFeeFen: Fen;
  readonly labourFeeFen: Fen;
  readonly travelFeeFen: Fen;
  readonly compensation: string;
  readonly satisfaction: Satisfaction | null;
  readonly customerRemarks: string;
  readonly lines: readonly ReportLineInput[];
}

/** Begins a report with everything the case knows already: symptom, unit, last reading, who drew the parts. */
export async function draftReport(tx: WriteTx, input: { readonly caseId: string }) {
  const found = await caseAtWork(tx, input.caseId);
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

/**
 * Fills the report in. Refuses OTHERS_DRAFT, REPORT_FROZEN once it is signed, WRONG_STATE while it is finished, MORE_THAN_ISSUED,
 * and NOT_FOUND for a line that was not issued on this case or a technician nobody knows, INVALID_INPUT for a fee that is less
 * than its parts.
 */
export async function editReport(tx: WriteTx, input: ReportInput) {
  const found = await reportToChange(tx, 'edit', input);
  await refuseOthersDraft(tx, { ...found, writtenFor: found.technicianIds });
  if (input.feeFen < input.partsFeeFen + input.labourFeeFen + input.travelFeeFen)
    refuse('INVALID_INPUT', { issues: [{ path: 'feeFen', code: 'feeLessThanParts' }] });
  const { arrivedAt, finishedAt } = input;
  refuseUnlikelyMoments(tx.now, await earliestWork(tx, found.caseId), { arrivedAt, finishedAt }, found);
  const technicianIds = await knownPeople(tx, input.technicianIds);
  const before = await linesOf(tx, found.id);
  await writeReportLines(tx, { ...found, technicianIds }, input.lines);
  const after = await linesOf(tx, found.id);
  const written = pick(input, [...reportFields, 'satisfaction', 'customerRemarks']);
  const fields = { technicianIds, editorIds: withEditor(tx, found), ...written };
  return reportDocument.change(tx, found, 'edit', fields, {
    before: { lines: before },
    after: { lines: after },
  });
}

/** Work is done on a case from the day it was opened; as many days before as may be back-dated. */
async function earliestWork(tx: ReadTx, caseId: string): Promise<Day> {
  const { backdateDays } = await settingsOf(tx, 'stock');
  return earliestTold(await openingOfCase(tx, caseId), backdateDays);
}

/**
 * Closes the writing: the final number, once, and everything the paper will say, sealed with its hash. Refuses
 * REPORT_INCOMPLETE, MORE_THAN_ISSUED for what was given back since, and as recordReading does.
 */
export async function finishReport(
  tx: WriteTx,
  input: Edited & {
    readonly counterReplaced?: boolean | undefined;
    readonly readingConfirmed?: boolean | undefined;
  },
) {
  const found = await reportToChange(tx, 'finish', input);
  await refuseOthersDraft(tx, { ...found, writtenFor: found.technicianIds });
  const lines = await linesOf(tx, found.id);
  const missing = missingOf({ ...found, lines }, tx.now);
  if (missing.length > 0) refuse('REPORT_INCOMPLETE', { missing });
  for (const { issueLineId } of lines)
    if (issueLineId !== null) await issueLineOfReport(tx, issueLineId, found);
  await refuseOverIssued(tx, lines);
  const number = isProvisional(found.number) ? await nextNumber(tx, 'report') : found.number;
  const sealedContent = { ...(await reportContent(tx, found.id)), number };
  const contentHash = contentHashOf(sealedContent);
  const saved = await reportDocument.change(tx, found, 'finish', {
    state: 'finished',
    number,
    sealedContent,
    contentHash,
    editorIds: withEditor(tx, found),
  });
  await noteReading(tx, { ...found, number }, input);
  await followDuty(tx, reportNotBack, found.id);
  await tellCase(tx, { ...found, number }, 'finished');
  await indexReport(tx, found.id);
  return saved;
}

/** Makes a draft of somebody else the actor's own; who had it before stands in the audit trail. */
export async function takeOverReport(tx: WriteTx, input: Edited) {
  const found = await reportToChange(tx, 'takeOver', input);
  return reportDocument.change(tx, found, 'takeOver', { takenOverBy: tx.actor.personId });
}

/** Opens a finished report again under its number; what was printed of it is worth nothing from now on. */
export async function reopenReport(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await reportToChange(tx, 'reopen', input);
  const { reason } = input;
  // A draft is about the unit of its case, also one that was finished when the case was corrected.
  const { unitId } = await caseToWork(tx, found.caseId);
  const fields = { state: 'draft', unitId, sealedContent: null, contentHash: '', printedHash: '' } as const;
  const saved = await reportDocument.change(tx, found, 'reopen', fields, { before: {}, after: { reason } });
  await takeReadingBack(tx, found);
  await followDuty(tx, reportNotBack, found.id, 'lapsed');
  await tellCase(tx, found, reason);
  await indexReport(tx, found.id);
  return saved;
}

/** Voids a report nobody has signed; a final number goes into the register of voided numbers. */
export async function voidReport(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await reportToChange(tx, 'void', input);
  const { reason } = input;
  const saved = await reportDocument.change(tx, found, 'void', { state: 'void', voidReason: reason });
  if (!isProvisional(found.number)) {
    await registerVoidedNumber(tx, {
      number: found.number,
      documentKind: 'report',
      documentId: found.id,
      reason,
    });
  }
  await voidReadingsOf(tx, { source: found.number, reason });
  await followDuty(tx, reportNotBack, found.id, 'lapsed');
  await tellCase(tx, found, 'void');
  return saved;
}

async function noteReading(
  tx: WriteTx,
  report: Report,
  {
    counterReplaced = false,
    readingConfirmed = false,
  }: {
    readonly counterReplaced?: boolean | undefined;
    readonly readingConfirmed?: boolean | undefined;
  },
): Promise<void> {
  const { unitId, mileageKm, operatingHours, finishedAt, number } = report;
  if (unitId === null) return;
  const day = dayOf(finishedAt ?? tx.now);
  const told = { day, mileageKm, operatingHours, source: number, counterReplaced };
  await recordReading(tx, { unitId, ...told, confirmed: readingConfirmed });
}

/** A reading that stood on a paper which is worth nothing must not stand in the way of the right one. */
async function takeReadingBack(tx: WriteTx, report: Report): Promise<void> {
  const { unitId, number } = report;
  if (unitId !== null) await withdrawReadings(tx, { unitId, source: number });
}

/** Those who drew parts for the case, last first; else the technician who begins the report. */
async function likelyTechnicians(tx: WriteTx, caseId: string): Promise<readonly string[]> {
  const drew = await peopleWhoDrewFor(tx, caseId);
  const { personId, roles } = tx.actor;
  return drew.length === 0 && personId !== null && roles.includes('technician') ? [personId] : drew;
}

async function knownPeople(tx: WriteTx, ids: readonly string[]): Promise<readonly string[]> {
  const wanted = [...new Set(ids)];
  const person = await peopleNamed(tx, wanted);
  if (wanted.some((id) => person(id).name === '')) refuse('NOT_FOUND', { kind: 'person' });
  return wanted;
}

/** Everybody who wrote in the report, and now the actor. */
function withEditor(tx: WriteTx, { editorIds }: Report): readonly string[] {
  return [...new Set([...(editorIds ?? []), ...(tx.actor.personId === null ? [] : [tx.actor.personId])])];
}

function isProvisional(number: string): boolean {
  return number.includes('-T');
}
