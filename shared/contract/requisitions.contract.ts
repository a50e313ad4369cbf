import { z } from 'zod';
import { requisitionPurposes } from '../domain/states.ts';
import { requisitionStates } from '../nouns/requisition.card.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, savedDocument } from './procedures.ts';
import {
  holderRow,
  requisitionDetail,
  requisitionLine,
  requisitionRow,
  unclearedRow,
} from './requisitions.rows.ts';

const fields = {
  purpose: z.enum(requisitionPurposes),
  caseId: field.id('case').nullable(),
  unitId: field.id('unit').nullable(),
  holderAccountId: field.id('stockAccount'),
  notes: field.prose(1000),
  lines: z.array(z.strictObject(requisitionLine)).max(200),
};

const clearingLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('installed'),
    issueLineId: field.id('issueLine'),
    quantity: field.quantity(),
    reportId: field.id('report'),
  }),
  z.strictObject({
    kind: z.literal('returned'),
    issueLineId: field.id('issueLine'),
    quantity: field.quantity(),
    accountId: field.id('stockAccount'),
  }),
  /** Lost or scrapped: a leader alone, with the reason and what is charged. */
  z.strictObject({
    kind: z.literal('lost'),
    issueLineId: field.id('issueLine'),
    quantity: field.quantity(),
    reason: field.requiredProse(400),
    chargeFen: field.fen(),
  }),
]);

const listed = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    states: z.array(z.enum(requisitionStates)).max(8).optional(),
    holderAccountId: field.id('stockAccount').optional(),
    caseId: field.id('case').optional(),
  }),
  ['createdAt'],
);

/** Requests for parts, from draft to cleared. */
export const requisitionsContract = {
  list: question('requisitions.view').input(listed.page).output(pageOf(requisitionRow)),
  get: question('requisitions.view')
    .input(z.strictObject({ id: field.id('requisition') }))
    .output(requisitionDetail),
  draft: act('requisitions.write').input(actInput(fields)).output(savedDocument),
  edit: act('requisitions.write').input(editInput(fields)).output(savedDocument),
  /** Makes a draft of somebody else one's own, where drafts belong to their authors. */
  takeOver: act('requisitions.write').input(editInput({})).output(savedDocument),
  submit: act('requisitions.write').input(editInput({})).output(savedDocument),
  /**
   * Brings a submitted or rejected one back to the draft. Whoever takes a submitted one from others, instead of taking back
   * what is theirs, gives the reason.
   */
  withdraw: act('requisitions.write')
    .input(editInput({ reason: field.prose(400) }))
    .output(savedDocument),
  void: act('requisitions.write')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  approve: act('requisitions.approve')
    .input(editInput({ reason: field.prose(400) }))
    .output(savedDocument),
  reject: act('requisitions.approve')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  /** Asks a leader to let a holder over the limit draw; it waits in the inbox of decisions. */
  askOverLimit: act('requisitions.write')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  /** Lets a holder over the limit draw on this requisition all the same. */
  allowOverLimit: act('requisitions.allow')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  issue: act('requisitions.issue')
    .input(
      editInput({
        lines: z
          .array(
            z.strictObject({
              requisitionLineId: field.id('requisitionLine'),
              partId: field.id('part'),
              accountId: field.id('stockAccount'),
              quantity: field.quantity(),
            }),
          )
          .min(1)
          .max(400),
      }),
    )
    .output(
      z.object({
        id: field.id('requisition'),
        version: z.number(),
        issueId: field.id('issue'),
        issueNumber: z.string(),
        oldPartNumbers: z.array(z.string()),
      }),
    ),
  /** What was not issued yet is needed no more: the back order ends. */
  closeRest: act('requisitions.write')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  clear: act('requisitions.clear')
    .input(editInput({ lines: z.array(clearingLine).min(1).max(400) }))
    .output(savedDocument),
  /** What each technician and station holds uncleared, by age and value. */
  holders: question('requisitions.view').output(z.array(holderRow)),
  /** The uncleared lines of one holder, oldest first. */
  uncleared: question('requisitions.view')
    .input(z.strictObject({ accountId: field.id('stockAccount') }))
    .output(z.array(unclearedRow)),
  exportList: question('requisitions.view').input(listed.file).output(field.sheet()),
  /** The same requisitions line by line: part, quantities, amount and fault. */
  exportLines: question('requisitions.view')
    .input(listed.file.omit({ columns: true }))
    .output(field.sheet()),
};
