import { z } from 'zod';
import { reportStates, satisfactions, supplementStates } from '../domain/states.ts';
import * as field from './fields.ts';
import { listInput, pageOf } from './lists.ts';
import { act, actInput, editInput, question, saved, savedDocument } from './procedures.ts';

const line = {
  partId: field.id<'part'>(),
  issueLineId: field.id<'issueLine'>().nullable(),
  quantity: field.quantity(),
  reason: field.line(200),
};
const fields = {
  technicianIds: z.array(field.id<'person'>()).max(10),
  mileageKm: field.kilometres().nullable(),
  operatingHours: field.operatingHours().nullable(),
  arrivedAt: field.moment().nullable(),
  finishedAt: field.moment().nullable(),
  symptom: field.prose(4000),
  cause: field.prose(4000),
  work: field.prose(4000),
  faultPlaceOpenedBefore: z.boolean(),
  noPartsReplaced: z.boolean(),
  feeFen: field.fen(),
  compensation: field.line(200),
  satisfaction: z.enum(satisfactions).nullable(),
  customerRemarks: field.prose(2000),
  lines: z.array(z.strictObject(line)).max(200),
};

export const reportRow = z.object({
  id: field.id<'report'>(),
  number: z.string(),
  state: z.enum(reportStates),
  caseId: field.id<'case'>(),
  caseNumber: z.string(),
  customerName: z.string(),
  unitPlate: z.string(),
  technicians: z.string(),
  finishedAt: z.number().nullable(),
  printCount: z.number(),
  firstPrintedAt: z.number().nullable(),
  signedAt: z.number().nullable(),
  createdAt: z.number(),
  version: z.number(),
});

export const supplementRow = z.object({
  id: field.id<'supplement'>(),
  ordinal: z.number(),
  state: z.enum(supplementStates),
  text: z.string(),
  writtenBy: field.id<'person'>().nullable(),
  writtenByName: z.string(),
  writtenAt: z.number(),
  decidedByName: z.string(),
  decidedAt: z.number().nullable(),
  decisionReason: z.string(),
  version: z.number(),
});

export const reportDetail = z.object({
  id: field.id<'report'>(),
  number: z.string(),
  state: z.enum(reportStates),
  caseId: field.id<'case'>(),
  caseNumber: z.string(),
  customerName: z.string(),
  contactName: z.string(),
  telephone: z.string(),
  unitId: field.id<'unit'>().nullable(),
  unitName: z.string(),
  ...fields,
  lines: z.array(
    z.object({
      id: field.id<'reportLine'>(),
      ...line,
      partNumber: z.string(),
      partName: z.string(),
      unitOfMeasure: z.string(),
      oldPartNumber: z.string(),
    }),
  ),
  technicianNames: z.array(z.string()),
  contentHash: z.string(),
  checkCode: z.string(),
  printCount: z.number(),
  firstPrintedAt: z.number().nullable(),
  signedAt: z.number().nullable(),
  signedBy: z.string(),
  scanId: field.id<'attachment'>().nullable(),
  createdByName: z.string(),
  createdAt: z.number(),
  decidedByName: z.string(),
  decidedAt: z.number().nullable(),
  filedAt: z.number().nullable(),
  version: z.number(),
  missing: z.array(z.string()),
  supplements: z.array(supplementRow),
});

/** What was found and done: written once, printed, signed after the work, approved, filed. */
export const reportsContract = {
  list: question('reports.view')
    .input(
      listInput(
        z.strictObject({
          text: field.line(60).optional(),
          states: z.array(z.enum(reportStates)).max(6).optional(),
          caseId: field.id<'case'>().optional(),
          printedNotBack: z.boolean().optional(),
        }),
        ['createdAt'],
      ),
    )
    .output(pageOf(reportRow)),
  get: question('reports.view')
    .input(z.strictObject({ id: field.id<'report'>() }))
    .output(reportDetail),
  /** What was issued on the case and is in no report yet: offered as replaced parts. */
  replaceable: question('reports.view')
    .input(z.strictObject({ caseId: field.id<'case'>() }))
    .output(
      z.array(
        z.object({
          issueLineId: field.id<'issueLine'>(),
          partId: field.id<'part'>(),
          partNumber: z.string(),
          partName: z.string(),
          unitOfMeasure: z.string(),
          openQuantity: z.number(),
          fault: z.string(),
          oldPartNumber: z.string(),
        }),
      ),
    ),
  /** Begins a report with everything the case knows already. */
  draft: act('reports.write')
    .input(actInput({ caseId: field.id<'case'>() }))
    .output(savedDocument),
  edit: act('reports.write').input(editInput(fields)).output(savedDocument),
  /** Finish time, cause, work and parts are there: gives the final number and the hash of the content. Refuses REPORT_INCOMPLETE. */
  finish: act('reports.write').input(editInput({})).output(savedDocument),
  /** Back to the draft before it was signed; what was printed is then worth nothing, and says so when it comes back. */
  reopen: act('reports.write')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  sign: act('reports.sign')
    .input(
      editInput({
        signedAt: field.moment(),
        signedBy: field.requiredLine(40),
        scanId: field.id<'attachment'>(),
        satisfaction: z.enum(satisfactions).nullable(),
        customerRemarks: field.prose(2000),
      }),
    )
    .output(savedDocument),
  approve: act('reports.approve').input(editInput({})).output(savedDocument),
  /** Sends a signed report back with a reason: a supplement is needed. */
  file: act('reports.approve').input(editInput({})).output(savedDocument),
  void: act('reports.approve')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  addSupplement: act('reports.write')
    .input(actInput({ reportId: field.id<'report'>(), text: field.requiredProse(4000) }))
    .output(z.object({ id: field.id<'supplement'>(), ordinal: z.number() })),
  decideSupplement: act('reports.approve')
    .input(editInput({ approved: z.boolean(), reason: field.prose(400) }))
    .output(saved),
  /** Whether a paper with this QR text says what the program holds. */
  verifyPaper: question('reports.view')
    .input(z.strictObject({ qrText: field.requiredLine(300) }))
    .output(
      z.object({
        reportId: field.id<'report'>().nullable(),
        number: z.string(),
        genuine: z.boolean(),
        current: z.boolean(),
      }),
    ),
  exportList: question('reports.view')
    .input(z.strictObject({ fromDay: field.day(), untilDay: field.day() }))
    .output(z.file()),
};
