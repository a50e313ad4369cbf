import { z } from 'zod';
import { checkResults, loanEnds } from '../domain/tool-course.ts';
import { toolStates } from '../nouns/tool.card.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, actInput, editInput, question, savedDocument } from './procedures.ts';

const fields = {
  number: field.line(40),
  name: field.requiredLine(80),
  category: field.line(40),
  keeperId: field.id('person').nullable(),
  checkIntervalDays: field.count(3650),
  purchaseDay: field.day().nullable(),
  valueFen: field.fen(),
  notes: field.prose(1000),
};

export const toolRow = z.object({
  id: field.id('tool'),
  ...fields,
  state: z.enum(toolStates),
  keeperName: z.string(),
  lastCheckDay: z.string().nullable(),
  nextCheckDay: z.string().nullable(),
  checkDue: z.boolean(),
  holderId: field.id('person').nullable(),
  holderName: z.string(),
  dueBackDay: z.string().nullable(),
  overdueDays: z.number(),
  stateReason: z.string(),
  chargeFen: z.number().nullable(),
  /** Null while nobody asks to let it be lost. */
  loseAskReason: z.string().nullable(),
  loseAskChargeFen: z.number().nullable(),
  createdAt: z.number(),
  version: z.number(),
});

/** A row of the list of tools. */
export type ToolRow = z.infer<typeof toolRow>;

const toolDetail = toolRow.extend({
  /** The newest first. */
  loans: z.array(
    z.object({
      id: field.id('toolLoan'),
      ordinal: z.number(),
      personName: z.string(),
      caseId: field.id('case').nullable(),
      caseNumber: z.string(),
      dueBackDay: z.string(),
      notes: z.string(),
      lentAt: z.number(),
      lentByName: z.string(),
      endedAt: z.number().nullable(),
      loanEnd: z.enum(loanEnds).nullable(),
      endRemark: z.string(),
    }),
  ),
  checks: z.array(
    z.object({
      id: field.id('toolCheck'),
      day: z.string(),
      checkResult: z.enum(checkResults),
      remark: z.string(),
      personName: z.string(),
    }),
  ),
});

/** A tool with the history of its loans and checks. */
export type ToolDetail = z.infer<typeof toolDetail>;

const listed = listOf(
  z.strictObject({
    text: field.line(60).optional(),
    states: z.array(z.enum(toolStates)).max(5).optional(),
    overdue: z.boolean().optional(),
    checkDue: z.boolean().optional(),
    holderId: field.id('person').optional(),
  }),
  // In the order of a due day the list holds the tools that have one.
  ['number', 'createdAt', 'dueBackDay', 'nextCheckDay'],
);
const reason = field.requiredProse(400);

/** Tools that are lent to people and checked at intervals. */
export const toolsContract = {
  list: question('tools.view').input(listed.page).output(pageOf(toolRow)),
  get: question('tools.view')
    .input(z.strictObject({ id: field.id('tool') }))
    .output(toolDetail),
  /** Without a number of its own, a tool is given the next one. */
  create: act('tools.write')
    .input(actInput({ ...fields, lastCheckDay: field.day().nullable() }))
    .output(savedDocument),
  edit: act('tools.write')
    .input(editInput({ ...fields, number: field.requiredLine(40) }))
    .output(savedDocument),
  lend: act('tools.lend')
    .input(
      editInput({
        personId: field.id('person'),
        caseId: field.id('case').nullable(),
        dueBackDay: field.day(),
        notes: field.line(200),
      }),
    )
    .output(savedDocument),
  /** A tool that came back damaged is in repair until it is put back, or a check finds it in order. */
  takeBack: act('tools.lend')
    .input(editInput({ isDamaged: z.boolean(), remark: field.prose(400) }))
    .output(savedDocument),
  markChecked: act('tools.check')
    .input(editInput({ day: field.day(), checkResult: z.enum(checkResults), remark: field.prose(400) }))
    .output(savedDocument),
  /** Asks a leader to let a tool be lost; it waits in the inbox of decisions, and whatever else is done with it takes that back. */
  askLose: act('tools.askLose')
    .input(editInput({ reason, chargeFen: field.fen().nullable() }))
    .output(savedDocument),
  lose: act('tools.lose')
    .input(editInput({ reason, chargeFen: field.fen().nullable() }))
    .output(savedDocument),
  putBack: act('tools.write').input(editInput({ reason })).output(savedDocument),
  retire: act('tools.write').input(editInput({ reason })).output(savedDocument),
  exportList: question('tools.view').input(listed.file).output(field.sheet()),
};
