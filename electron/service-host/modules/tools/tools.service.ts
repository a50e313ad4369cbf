import { and, eq, isNull, max } from 'drizzle-orm';
import { refuseFutureDays } from '#shared/contract/future-days.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { codeKey } from '#shared/domain/code-key.ts';
import { dayOf, type Day } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { pick } from '#shared/domain/record-fields.ts';
import type { checkResults, loanEnds } from '#shared/domain/tool-course.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { documentOf, type Edited } from '../../desks/documents.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { toolChecks, toolLoans, tools } from '../../schema/tools.tables.ts';
import { caseAtWork, personAtWork } from '../relations/relations.queries.ts';
import { freeKey } from '../taken-code.ts';
import { toolCheckDue, toolDueBack } from './tools.duties.ts';
import { nextCheckDay } from './tools.rules.ts';

const toolFields = [
  'number',
  'name',
  'category',
  'keeperId',
  'checkIntervalDays',
  'purchaseDay',
  'valueFen',
  'notes',
] as const;
type Tool = typeof tools.$inferSelect;
type ToolFields = Pick<Tool, (typeof toolFields)[number]>;
/** An act that says why. */
export interface WithReason extends Edited {
  readonly reason: string;
}

/** A tool as a document. */
export const toolDocument = documentOf('tool', tools, { secret: ['numberKey'], told: ['refuseLose'] });
/** Of a tool that nobody holds. */
export const notHeld = { holderId: null, dueBackDay: null } as const;
/** Of a tool that nobody asks to let be lost. What is lent, taken back or checked is not lost. */
export const notAsked = {
  loseAskedBy: null,
  loseAskedAt: null,
  loseAskReason: null,
  loseAskChargeFen: null,
} as const;

/** Registers a tool, under its own number or the next one that is free. Refuses CODE_TAKEN. */
export async function createTool(tx: WriteTx, input: ToolFields & { readonly lastCheckDay: Day | null }) {
  const today = dayOf(tx.now);
  const { purchaseDay, lastCheckDay, checkIntervalDays } = input;
  refuseFutureDays(today, { purchaseDay, lastCheckDay });
  if (input.keeperId !== null) await personAtWork(tx, input.keeperId);
  const number = input.number === '' ? await nextFreeNumber(tx) : input.number;
  const id = newId<'tool'>(tx.now);
  const fields = {
    ...pick(input, toolFields),
    number,
    state: 'inStore',
    lastCheckDay,
    nextCheckDay: nextCheckDay({ lastCheckDay, checkIntervalDays }, today),
  } as const;
  const numberKey = await freeKey({ field: 'number', code: number }, (key) => holderOf(tx, key));
  await tx.db
    .insert(tools)
    .values({ id, ...fields, numberKey, stateReason: '', createdAt: tx.now, version: 1 });
  await recordAudit(tx, { act: 'tools.create', subjectKind: 'tool', subjectId: id, after: fields });
  await makeFindable(tx, id, fields);
  await followDuty(tx, toolCheckDue, id);
  return { id, version: 1, number };
}

/** Changes a tool. Refuses CODE_TAKEN, WRONG_STATE for one out of use, CHANGED_MEANWHILE. */
export async function editTool(tx: WriteTx, input: ToolFields & Edited) {
  const found = await toolDocument.toAct(tx, 'edit', input);
  const fields = pick(input, toolFields);
  refuseFutureDays(dayOf(tx.now), { purchaseDay: fields.purchaseDay }, found);
  if (fields.keeperId !== null && fields.keeperId !== found.keeperId) await personAtWork(tx, fields.keeperId);
  const before = { code: found.number, key: found.numberKey };
  const numberKey = await freeKey({ field: 'number', code: fields.number, before }, (key) =>
    holderOf(tx, key, found.id),
  );
  const next = found.state === 'lost' ? null : dueAgain({ ...found, ...fields });
  await makeFindable(tx, found.id, fields);
  const saved = await toolDocument.change(tx, found, 'edit', { ...fields, numberKey, nextCheckDay: next });
  await followDuty(tx, toolCheckDue, found.id, 'lapsed');
  return saved;
}

/** Lends a tool to somebody at work. Refuses WRONG_STATE for one that is not in store, INVALID_INPUT for a day that is over. */
export async function lendTool(
  tx: WriteTx,
  input: Edited & {
    readonly personId: string;
    readonly caseId: string | null;
    readonly dueBackDay: Day;
    readonly notes: string;
  },
) {
  const found = await toolDocument.toAct(tx, 'lend', input);
  const { personId, caseId, dueBackDay, notes } = input;
  await personAtWork(tx, personId);
  if (caseId !== null) await caseAtWork(tx, caseId);
  const today = dayOf(tx.now);
  if (dueBackDay < today)
    refuse('INVALID_INPUT', { issues: [{ path: 'dueBackDay', code: 'tooSmall', limit: today }] });
  const [last] = await tx.db
    .select({ ordinal: max(toolLoans.ordinal) })
    .from(toolLoans)
    .where(eq(toolLoans.toolId, found.id));
  const loan = { ordinal: (last?.ordinal ?? 0) + 1, personId, caseId, dueBackDay, notes };
  await tx.db.insert(toolLoans).values({
    id: newId<'toolLoan'>(tx.now),
    toolId: found.id,
    ...loan,
    lentAt: tx.now,
    lentBy: tx.actor.personId,
    endRemark: '',
  });
  const also = { before: {}, after: { caseId, notes } };
  const lent = { state: 'lent', holderId: personId, dueBackDay, ...notAsked } as const;
  const saved = await toolDocument.change(tx, found, 'lend', lent, also);
  await followDuty(tx, toolDueBack, found.id);
  return saved;
}

/** Takes a lent tool back. Refuses REASON_REQUIRED for damage that nobody describes. */
export async function takeToolBack(
  tx: WriteTx,
  input: Edited & { readonly isDamaged: boolean; readonly remark: string },
) {
  const found = await toolDocument.toAct(tx, 'takeBack', input);
  const { isDamaged, remark } = input;
  if (isDamaged && remark === '') refuse('REASON_REQUIRED', {});
  await endLoan(tx, found.id, isDamaged ? 'damaged' : 'inOrder', remark);
  const state = isDamaged ? 'damaged' : 'inStore';
  const also = { before: {}, after: { reason: remark } };
  const fields = { state, ...notHeld, ...notAsked, stateReason: remark } as const;
  const saved = await toolDocument.change(tx, found, 'takeBack', fields, also);
  await followDuty(tx, toolDueBack, found.id);
  return saved;
}

/** Keeps a check: in order, a tool is in store, or back there from repair; not in order, it is in repair. */
export async function checkTool(
  tx: WriteTx,
  input: Edited & {
    readonly day: Day;
    readonly checkResult: (typeof checkResults)[number];
    readonly remark: string;
  },
) {
  const found = await toolDocument.toAct(tx, 'markChecked', input);
  const { day, checkResult, remark } = input;
  refuseFutureDays(dayOf(tx.now), { day });
  const isOk = checkResult === 'ok';
  if (!isOk && remark === '') refuse('REASON_REQUIRED', {});
  const check = { day, checkResult, remark, personId: tx.actor.personId };
  await tx.db
    .insert(toolChecks)
    .values({ id: newId<'toolCheck'>(tx.now), toolId: found.id, ...check, at: tx.now });
  // A check that is written down late changes nothing about one that came after it.
  const lastCheckDay = found.lastCheckDay !== null && found.lastCheckDay > day ? found.lastCheckDay : day;
  const fields = {
    state: isOk ? 'inStore' : 'damaged',
    stateReason: isOk ? '' : remark,
    lastCheckDay,
    nextCheckDay: dueAgain({ ...found, lastCheckDay }),
    ...notAsked,
  } as const;
  const also = { before: {}, after: { day, checkResult, remark } };
  const saved = await toolDocument.change(tx, found, 'markChecked', fields, also);
  await followDuty(tx, toolCheckDue, found.id);
  return saved;
}

/** Puts a tool back in store that was repaired or found; a charge for its loss is void. */
export async function putToolBack(tx: WriteTx, input: WithReason) {
  const found = await toolDocument.toAct(tx, 'putBack', input);
  const also = { before: {}, after: { reason: input.reason } };
  const fields = {
    state: 'inStore',
    stateReason: '',
    chargeFen: null,
    nextCheckDay: dueAgain(found),
    ...notAsked,
  } as const;
  const saved = await toolDocument.change(tx, found, 'putBack', fields, also);
  await followDuty(tx, toolCheckDue, found.id);
  return saved;
}

/** Puts a tool out of use for good. */
export async function retireTool(tx: WriteTx, input: WithReason) {
  const found = await toolDocument.toAct(tx, 'retire', input);
  const fields = { state: 'outOfUse', stateReason: input.reason, nextCheckDay: null, ...notAsked } as const;
  const saved = await toolDocument.change(tx, found, 'retire', fields);
  await followDuty(tx, toolCheckDue, found.id, 'lapsed');
  return saved;
}

function dueAgain(tool: Pick<Tool, 'checkIntervalDays' | 'lastCheckDay' | 'createdAt'>): Day | null {
  return nextCheckDay(tool, dayOf(tool.createdAt));
}

/** Ends the loan of a tool that is lent. */
export async function endLoan(
  tx: WriteTx,
  toolId: string,
  loanEnd: (typeof loanEnds)[number],
  endRemark: string,
): Promise<void> {
  await tx.db
    .update(toolLoans)
    .set({ endedAt: tx.now, endedBy: tx.actor.personId, loanEnd, endRemark })
    .where(and(eq(toolLoans.toolId, toolId), isNull(toolLoans.endedAt)));
}

/** A number of the series may stand on a tool already, because somebody typed it. */
async function nextFreeNumber(tx: WriteTx): Promise<string> {
  const number = await nextNumber(tx, 'tool');
  return (await holderOf(tx, codeKey(number))) === undefined ? number : nextFreeNumber(tx);
}

async function holderOf(tx: WriteTx, key: string, except?: string): Promise<string | undefined> {
  const [other] = await tx.db.select().from(tools).where(eq(tools.numberKey, key));
  return other && other.id !== except ? `${other.number} ${other.name}` : undefined;
}

async function makeFindable(tx: WriteTx, id: string, tool: ToolFields): Promise<void> {
  const { number, name, category } = tool;
  await indexForSearch(tx, {
    kind: 'tool',
    subjectId: id,
    title: `${number} ${name}`,
    subtitle: category,
    texts: [number, name, category],
  });
}
