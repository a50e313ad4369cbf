import { eq, sql } from 'drizzle-orm';
import { present } from '#shared/domain/assert.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { refuseBrokenPiece } from '#shared/contract/whole-pieces.ts';
import type { WriteTx } from '../../database/database.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { endWaitingForParts } from '../cases/cases.waiting.service.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import { tagOldParts } from '../old-parts/old-parts.service.ts';
import { isSubstitute } from '../parts/parts.substitutes.queries.ts';
import { parts } from '../../schema/parts.tables.ts';
import { lineOfRequisition } from '../relations/documents.queries.ts';
import { accountOfKind } from '../relations/relations.queries.ts';
import { postMovements } from '../stock/stock.ledger.service.ts';
import { holderState } from './holders.queries.ts';
import { partsUncleared } from './requisitions.duties.ts';
import { stateOfLines } from './requisitions.rules.ts';
import { requisitionDocument, type Edited, type Requisition } from './records.service.ts';
import { refuseIfStale } from '../../desks/edit-record.ts';
import { issueLines, issues, requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';

interface IssueLineInput {
  readonly requisitionLineId: string;
  readonly partId: string;
  readonly accountId: string;
  readonly quantity: Quantity;
}
interface IssueInput extends Edited {
  readonly lines: readonly IssueLineInput[];
}

/**
 * Hands parts out of bins to the holder, in full or in part, and makes the tags of the old parts that must come back.
 * Refuses NOT_APPROVED, HOLDER_OVER_LIMIT, MORE_THAN_APPROVED, NOT_A_SUBSTITUTE, PART_BLOCKED, OUT_OF_STOCK.
 */
export async function issueParts(tx: WriteTx, input: IssueInput) {
  const found = await requisitionDocument.find(tx, input.id);
  if (found.state === 'draft' || found.state === 'submitted') {
    // Whoever saw it approved is told first that somebody took it back.
    await refuseIfStale(tx, requisitions, 'requisition', input.id, input.version);
    refuse('NOT_APPROVED', { number: found.number });
  }
  await requisitionDocument.refuseUnlessToAct(tx, found, 'issue', input.version);
  await refuseOverLimit(tx, found);
  const issue = await beginIssue(tx, found);
  const oldPartNumbers: string[] = [];
  for (const [index, line] of input.lines.entries())
    oldPartNumbers.push(...(await issueLine(tx, found, issue, line, `lines.${index}`)));
  const lines = await tx.db
    .select()
    .from(requisitionLines)
    .where(eq(requisitionLines.requisitionId, found.id));
  const handedOut = { issue: issue.number, lines: input.lines };
  const fields = { state: stateOfLines(lines, found.restClosed) };
  const saved = await requisitionDocument.change(tx, found, 'issue', fields, {
    before: {},
    after: handedOut,
  });
  await followDuty(tx, partsUncleared, found.id);
  if (found.caseId !== null) {
    await addCaseEvent(tx, {
      caseId: found.caseId,
      kind: 'issue',
      documentKind: 'issue',
      documentId: issue.id,
      documentNumber: issue.number,
    });
    await endWaitingForParts(tx, found.caseId);
  }
  return {
    id: saved.id,
    version: saved.version,
    issueId: issue.id,
    issueNumber: issue.number,
    oldPartNumbers,
  };
}

async function beginIssue(tx: WriteTx, found: Requisition) {
  const id = newId<'issue'>(tx.now);
  const number = await nextNumber(tx, 'issue');
  await tx.db
    .insert(issues)
    .values({ id, number, requisitionId: found.id, personId: tx.actor.personId, at: tx.now });
  return { id, number };
}

async function issueLine(
  tx: WriteTx,
  found: Requisition,
  issue: { id: string; number: string },
  input: IssueLineInput,
  path: string,
): Promise<readonly string[]> {
  const line = await lineOfRequisition(tx, input.requisitionLineId, found);
  const part = await issuablePart(tx, line.partId, input.partId);
  const open = line.quantity - line.issuedQuantity;
  if (input.quantity > open) refuse('MORE_THAN_APPROVED', { part: part.name, openQuantity: open });
  refuseBrokenPiece({ ...part, quantity: input.quantity, open }, `${path}.quantity`);
  await accountOfKind(tx, input.accountId, ['bin']);
  const issueLineId = newId<'issueLine'>(tx.now);
  const [posted] = await postMovements(
    tx,
    { kind: 'issue', id: issue.id, number: issue.number, day: dayOf(tx.now) },
    [
      {
        lineId: issueLineId,
        partId: input.partId,
        fromAccountId: input.accountId,
        toAccountId: found.holderAccountId,
        quantity: input.quantity,
      },
    ],
  );
  const { partId, accountId, quantity } = input;
  await tx.db.insert(issueLines).values({
    id: issueLineId,
    issueId: issue.id,
    requisitionLineId: line.id,
    partId,
    accountId,
    quantity,
    clearedQuantity: 0,
    valueFen: present(posted, 'the movement').valueFen,
  });
  await tx.db
    .update(requisitionLines)
    .set({ issuedQuantity: sql`${requisitionLines.issuedQuantity} + ${quantity}` })
    .where(eq(requisitionLines.id, line.id));
  if (!line.oldPartRequired) return [];
  const { id: requisitionId, caseId, unitId, holderAccountId } = found;
  return tagOldParts(tx, {
    requisitionId,
    issueLineId,
    caseId,
    unitId,
    // What comes off the unit is the part asked for, whatever was given in its place.
    partId: line.partId,
    holderAccountId,
    quantity,
    fault: line.fault,
  });
}

async function issuablePart(tx: WriteTx, askedPartId: string, givenPartId: string) {
  const [part] = await tx.db.select().from(parts).where(eq(parts.id, givenPartId));
  if (!part) return refuse('NOT_FOUND', { kind: 'part' });
  const name = `${part.number} ${part.name}`;
  if (givenPartId !== askedPartId && !(await isSubstitute(tx, askedPartId, givenPartId)))
    refuse('NOT_A_SUBSTITUTE', { part: name });
  if (!part.active || part.qualityState === 'blocked') refuse('PART_BLOCKED', { part: name });
  return { name, unitOfMeasure: part.unitOfMeasure };
}

async function refuseOverLimit(tx: WriteTx, found: Requisition): Promise<void> {
  if (found.allowedBy !== null) return;
  const holder = await holderState(tx, found.holderAccountId);
  if (!holder.overLimit) return;
  refuse('HOLDER_OVER_LIMIT', {
    holder: holder.name,
    valueFen: holder.unclearedFen,
    limitFen: holder.limitFen,
    ageDays: holder.oldestDays,
    limitDays: holder.limitDays,
  });
}
