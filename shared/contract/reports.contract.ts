import { z } from 'zod';
import type { reportFields } from '../domain/record-fields.ts';
import { missingParts } from '../domain/report-missing.ts';
import { satisfactions, supplementStates, verdicts } from '../domain/states.ts';
import { reportStates } from '../nouns/report.card.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, saved, savedDocument } from './procedures.ts';

const line = {
  partId: field.id('part'),
  issueLineId: field.id('issueLine').nullable(),
  quantity: field.quantity(),
  reason: field.line(200),
};
const fields = {
  technicianIds: z.array(field.id('person')).max(10),
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
  /** What the fee is made of; what is left of it has no name. Together never more than the fee. */
  partsFeeFen: field.fen().default(0),
  labourFeeFen: field.fen().default(0),
  travelFeeFen: field.fen().default(0),
  compensation: field.line(200),
  satisfaction: z.enum(satisfactions).nullable(),
  customerRemarks: field.prose(2000),
  lines: z.array(z.strictObject(line)).max(200),
} satisfies Record<
  (typeof reportFields)[number] | 'technicianIds' | 'satisfaction' | 'customerRemarks' | 'lines',
  z.ZodType
>;

export const reportRow = z.object({
  id: field.id('report'),
  number: z.string(),
  state: z.enum(reportStates),
  caseId: field.id('case'),
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
  /** Supplements of it that wait for a leader. */
  supplementsToDecide: z.number(),
});

/** A row of the list of service reports. */
export type ReportRow = z.infer<typeof reportRow>;

export const supplementRow = z.object({
  id: field.id('supplement'),
  ordinal: z.number(),
  state: z.enum(supplementStates),
  text: z.string(),
  writtenBy: field.id('person').nullable(),
  writtenByName: z.string(),
  writtenAt: z.number(),
  decidedByName: z.string(),
  decidedAt: z.number().nullable(),
  decisionReason: z.string(),
  version: z.number(),
  /** Whether the person who asks may decide on it. */
  mayDecide: z.boolean(),
});

export const reportDetail = z.object({
  id: field.id('report'),
  number: z.string(),
  state: z.enum(reportStates),
  caseId: field.id('case'),
  caseNumber: z.string(),
  customerId: field.id('customer'),
  customerName: z.string(),
  contactName: z.string(),
  telephone: z.string(),
  unitId: field.id('unit').nullable(),
  unitName: z.string(),
  /** The last judgement of the case, as the paper quotes it. */
  judgement: z
    .object({
      number: z.string(),
      verdict: z.enum(verdicts),
      clause: z.string(),
      daysLeft: z.number().nullable(),
    })
    .nullable(),
  ...fields,
  lines: z.array(
    z.object({
      id: field.id('reportLine'),
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
  /** Whether the last counted print carries what is held now; only such a paper can be signed. */
  printedAsHeld: z.boolean(),
  signedAt: z.number().nullable(),
  signedBy: z.string(),
  scanId: field.id('attachment').nullable(),
  createdByName: z.string(),
  /** Whose draft it is, and whether the person who asks may write in it without taking it over. */
  ownerName: z.string(),
  mayWrite: z.boolean(),
  createdAt: z.number(),
  decidedByName: z.string(),
  decidedAt: z.number().nullable(),
  filedAt: z.number().nullable(),
  voidReason: z.string(),
  version: z.number(),
  /** What it still lacks to be finished, while it is a draft. */
  missing: z.array(z.enum(missingParts)),
  /** Whether the person who asks may approve it, and if not, why (a refusal code). */
  mayDecide: z.boolean(),
  mayNotBecause: z.string().nullable(),
  supplements: z.array(supplementRow),
});

const listed = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    states: z.array(z.enum(reportStates)).max(6).optional(),
    caseId: field.id('case').optional(),
    /** Reports that list parts issued on this requisition. */
    requisitionId: field.id('requisition').optional(),
    printedNotBack: z.boolean().optional(),
    /** Signed reports, and those with a supplement, that wait for a leader. */
    toDecide: z.boolean().optional(),
  }),
  ['createdAt'],
);

/** What was found and done: written once, printed, signed after the work, approved, filed. */
export const reportsContract = {
  list: question('reports.view').input(listed.page).output(pageOf(reportRow)),
  get: question('reports.view')
    .input(z.strictObject({ id: field.id('report') }))
    .output(reportDetail),
  /**
   * What is in no report yet and offered as replaced parts: issued on the case, and issued on no case to those who did the
   * work.
   */
  replaceable: question('reports.view')
    .input(
      z.strictObject({
        caseId: field.id('case'),
        technicianIds: z.array(field.id('person')).max(10).optional(),
      }),
    )
    .output(
      z.array(
        z.object({
          issueLineId: field.id('issueLine'),
          partId: field.id('part'),
          partNumber: z.string(),
          partName: z.string(),
          unitOfMeasure: z.string(),
          openQuantity: z.number(),
          fault: z.string(),
          oldPartNumber: z.string(),
          holderName: z.string(),
          issuedAt: z.number(),
        }),
      ),
    ),
  /** Begins a report with everything the case knows already. */
  draft: act('reports.write')
    .input(actInput({ caseId: field.id('case') }))
    .output(savedDocument),
  /** Makes a draft of somebody else one's own, where drafts belong to their authors. */
  takeOver: act('reports.write').input(editInput({})).output(savedDocument),
  edit: act('reports.write').input(editInput(fields)).output(savedDocument),
  /**
   * Finish time, cause, work and parts are there: gives the final number and seals the content. Refuses REPORT_INCOMPLETE,
   * and READING_BELOW_LAST unless the counter was replaced.
   */
  finish: act('reports.write')
    .input(
      editInput({
        counterReplaced: z.boolean().optional(),
        readingConfirmed: field.readingConfirmed(),
      }),
    )
    .output(savedDocument),
  /** Back to the draft before it was signed; what was printed is then worth nothing, and says so when it comes back. */
  reopen: act('reports.write')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  sign: act('reports.sign')
    .input(
      editInput({
        signedAt: field.moment(),
        signedBy: field.requiredLine(40),
        scanId: field.id('attachment'),
        satisfaction: z.enum(satisfactions).nullable(),
        customerRemarks: field.prose(2000),
      }),
    )
    .output(savedDocument),
  approve: act('reports.approve').input(editInput({})).output(savedDocument),
  /** Puts an approved report into the file. */
  file: act('reports.approve').input(editInput({})).output(savedDocument),
  void: act('reports.approve')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  addSupplement: act('reports.write')
    .input(actInput({ reportId: field.id('report'), text: field.requiredProse(4000) }))
    .output(z.object({ id: field.id('supplement'), ordinal: z.number() })),
  decideSupplement: act('reports.approve')
    .input(editInput({ approved: z.boolean(), reason: field.prose(400) }))
    .output(saved),
  /**
   * Whether a paper with this number and check code was printed here (genuine), and whether its report still says the
   * same (current). Nothing else on the paper is looked at: the prints that carried the code are named, so that a person
   * can compare. Takes the text of the QR code, or number and check code as typed: FB202611-0001 7F3A-19C2-5E80.
   */
  verifyPaper: question('reports.view')
    .input(z.strictObject({ qrText: field.requiredLine(300) }))
    .output(
      z.object({
        reportId: field.id('report').nullable(),
        number: z.string(),
        genuine: z.boolean(),
        current: z.boolean(),
        /** How many supplements were approved since a paper that otherwise holds was printed. */
        lackingSupplements: z.number(),
        /** Whether the code covers satisfaction, remarks and signature; before the signature they are written by hand. */
        coversSignature: z.boolean(),
        isSigned: z.boolean(),
        /** Whether the report was changed past the program since it was sealed. */
        changedInBooks: z.boolean(),
        /** The scan of the signed paper. */
        scanId: field.id('attachment').nullable(),
        /** The counted prints that carried the code, newest first. */
        prints: z.array(
          z.object({
            id: field.id('print'),
            ordinal: z.number(),
            personName: z.string(),
            at: z.number(),
            kept: z.boolean(),
          }),
        ),
      }),
    ),
  exportList: question('reports.view').input(listed.file).output(field.sheet()),
};
