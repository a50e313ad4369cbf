import { z } from 'zod';
import { oldPartStates } from '../nouns/old-part.card.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, savedDocument } from './procedures.ts';

export const oldPartRow = z.object({
  id: field.id('oldPart'),
  number: z.string(),
  state: z.enum(oldPartStates),
  overdue: z.boolean(),
  overdueDays: z.number(),
  dueDay: z.string(),
  createdAt: z.number(),
  partNumber: z.string(),
  partName: z.string(),
  quantity: z.number(),
  holderName: z.string(),
  caseId: field.id('case').nullable(),
  caseNumber: z.string(),
  requisitionId: field.id('requisition'),
  requisitionNumber: z.string(),
  unitPlate: z.string(),
  fault: z.string(),
  receivedAt: z.number().nullable(),
  receivedByName: z.string(),
  storeCode: z.string(),
  waiveReason: z.string(),
  /** Why somebody asked to let it stay away; null while nobody asks. */
  waiveAskReason: z.string().nullable(),
  version: z.number(),
});

/** A row of the list of old parts. */
export type OldPartRow = z.infer<typeof oldPartRow>;

const listed = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    states: z.array(z.enum(oldPartStates)).max(3).optional(),
    overdue: z.boolean().optional(),
    holderAccountId: field.id('stockAccount').optional(),
    caseId: field.id('case').optional(),
  }),
  ['createdAt', 'dueDay'],
);

/** Replaced parts that must come back. */
export const oldPartsContract = {
  list: question('oldParts.view').input(listed.page).output(pageOf(oldPartRow)),
  get: question('oldParts.view')
    .input(z.strictObject({ id: field.id('oldPart') }))
    .output(oldPartRow),
  /** Receives by what the scanner read: the number on the tag, or the text of its QR code. One scan, one part. */
  receive: act('oldParts.receive')
    .input(
      actInput({ scanned: field.requiredLine(200), storeAccountId: field.id('stockAccount').nullable() }),
    )
    .output(z.object({ ...oldPartRow.shape, alreadyIn: z.boolean() })),
  /** Asks a leader to let a part stay away; it waits in the inbox of decisions. */
  askWaive: act('oldParts.askWaive')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  waive: act('oldParts.waive')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  exportList: question('oldParts.view').input(listed.file).output(field.sheet()),
};
