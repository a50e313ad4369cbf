import { eq, sql } from 'drizzle-orm';
import { assertNever, present } from '#shared/domain/assert.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { refuseBrokenPiece } from '#shared/contract/whole-pieces.ts';
import type { WriteTx } from '../../database/database.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { endWaitingForParts } from '../cases/cases.waiting.service.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { withdrawTags } from '../old-parts/old-parts.service.ts';
import { refuseUnlessUnconcerned } from '../people/deciding.queries.ts';
import { issueLineOfRequisition, reportOfCase } from '../relations/documents.queries.ts';
import { accountOfKind } from '../relations/relations.queries.ts';
import { postMovements, wellKnownAccount } from '../stock/stock.ledger.service.ts';
import { claimedByReports, drawnLine, reportCover, type DrawnLine } from './clearing.queries.ts';
import { concernedPeople } from './concerned.queries.ts';
import { requisitionDocument, type Edited, type Requisition } from './records.service.ts';
import { partsUncleared } from './requisitions.duties.ts';
import { oldPartsMissing, stateOfLines } from './requisitions.rules.ts';
import { clearings, issueLines, requisitionLines } from '../../schema/requisitions.tables.ts';

type ClearingLine =
  | {
      readonly kind: 'installed';
      readonly issueLineId: string;
      readonly quantity: Quantity;
      readonly reportId: string;
    }
  | {
      readonly kind: 'returned';
      readonly issueLineId: string;
      readonly quantity: Quantity;
      readonly accountId: string;
    }
  | {
      readonly kind: 'lost';
      readonly issueLineId: string;
      readonly quantity: Quantity;
      readonly reason: string;
      readonly chargeFen: Fen;
    };

interface ClearingInput extends Edited {
  readonly lines: readonly ClearingLine[];
}

/**
 * Accounts for what was drawn: installed through a signed and approved report with the old part in, returned unused, or
 * lost with a leader's word. Refuses MORE_THAN_ISSUED, LISTED_IN_REPORT, REPORT_NOT_APPROVED, REPORT_LACKS_PART, OLD_PART_MISSING,
 * APPROVAL_REQUIRED, OWN_REQUISITION.
 */
export async function clearLines(tx: WriteTx, input: ClearingInput) {
  const found = await requisitionDocument.toAct(tx, 'clear', input);
  const number = await nextNumber(tx, 'clearing');
  for (const [index, line] of input.lines.entries())
    await clearLine(tx, found, number, line, `lines.${index}`);
  const fields = { state: stateOfLines(await linesOf(tx, found), found.restClosed) };
  const cleared = { clearing: number, lines: input.lines };
  const saved = await requisitionDocument.change(tx, found, 'clear', fields, { before: {}, after: cleared });
  await followDuty(tx, partsUncleared, found.id);
  if (found.caseId !== null) {
    await addCaseEvent(tx, {
      caseId: found.caseId,
      kind: 'clearing',
      documentKind: 'requisition',
      documentId: found.id,
      documentNumber: number,
    });
  }
  return saved;
}

/** Ends the back order: what was not issued yet is needed no more. */
export async function closeRest(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionDocument.toAct(tx, 'closeRest', input);
  const saved = await requisitionDocument.change(tx, found, 'closeRest', {
    restClosed: true,
    state: stateOfLines(await linesOf(tx, found), true),
    notes: [found.notes, input.reason].filter(Boolean).join('\n'),
  });
  await endWaitingForParts(tx, found.caseId);
  return saved;
}

async function linesOf(tx: WriteTx, found: Requisition) {
  return tx.db.select().from(requisitionLines).where(eq(requisitionLines.requisitionId, found.id));
}

async function clearLine(
  tx: WriteTx,
  found: Requisition,
  number: string,
  line: ClearingLine,
  path: string,
): Promise<void> {
  await issueLineOfRequisition(tx, line.issueLineId, found);
  const drawn = present(await drawnLine(tx, found.id, line.issueLineId), 'the drawn line');
  const open = drawn.quantity - drawn.clearedQuantity;
  if (line.quantity > open) refuse('MORE_THAN_ISSUED', { part: drawn.partName, openQuantity: open });
  refuseBrokenPiece({ ...drawn, quantity: line.quantity, open }, `${path}.quantity`);
  if (line.kind !== 'installed') await refuseListed(tx, drawn, open, line.quantity);
  const toAccountId = await destinationOf(tx, found, drawn, line);
  const id = newId<'clearing'>(tx.now);
  const [posted] = await postMovements(tx, { kind: 'clearing', id, number, day: dayOf(tx.now) }, [
    {
      lineId: drawn.id,
      partId: drawn.partId,
      fromAccountId: found.holderAccountId,
      toAccountId,
      quantity: line.quantity,
    },
  ]);
  await tx.db.insert(clearings).values({
    id,
    number,
    issueLineId: drawn.id,
    requisitionId: found.id,
    kind: line.kind,
    quantity: line.quantity,
    valueFen: present(posted, 'the movement').valueFen,
    reportId: line.kind === 'installed' ? line.reportId : null,
    accountId: line.kind === 'returned' ? line.accountId : null,
    reason: line.kind === 'lost' ? line.reason : '',
    chargeFen: line.kind === 'lost' ? line.chargeFen : 0,
    approvedBy: line.kind === 'lost' ? tx.actor.personId : null,
    personId: tx.actor.personId,
    at: tx.now,
  });
  await tx.db
    .update(issueLines)
    .set({ clearedQuantity: sql`${issueLines.clearedQuantity} + ${line.quantity}` })
    .where(eq(issueLines.id, drawn.id));
  await tx.db
    .update(requisitionLines)
    .set({ clearedQuantity: sql`${requisitionLines.clearedQuantity} + ${line.quantity}` })
    .where(eq(requisitionLines.id, drawn.requisitionLineId));
}

/** Where the parts go, once everything that the kind of clearing asks for is there. */
async function destinationOf(
  tx: WriteTx,
  found: Requisition,
  drawn: DrawnLine,
  line: ClearingLine,
): Promise<string> {
  switch (line.kind) {
    case 'installed':
      await refuseWithoutReport(tx, found, drawn, line);
      await refuseWithoutOldPart(tx, drawn, line.quantity);
      return wellKnownAccount(tx, 'customer');
    case 'returned':
      await accountOfKind(tx, line.accountId, ['bin']);
      await withdrawTags(tx, drawn.id, line.quantity, 'returned');
      return line.accountId;
    case 'lost':
      await refuseUnlessUnconcerned(tx, 'requisitions.allow', await concernedPeople(tx, found));
      await withdrawTags(tx, drawn.id, line.quantity, 'lost');
      return wellKnownAccount(tx, 'scrap');
    default:
      return assertNever(line);
  }
}

/** The report must be signed and approved, and list at least as much of this very line as is cleared by it in all. */
async function refuseWithoutReport(
  tx: WriteTx,
  found: Requisition,
  drawn: DrawnLine,
  line: { readonly reportId: string; readonly quantity: Quantity },
): Promise<void> {
  const report = (await reportCover(tx, line.reportId, drawn.id)) ?? refuse('NOT_FOUND', { kind: 'report' });
  await reportOfCase(tx, report, found.caseId);
  const { number, state, listedQuantity, clearedQuantity } = report;
  if (state !== 'approved' && state !== 'filed') refuse('REPORT_NOT_APPROVED', { number });
  if (listedQuantity < clearedQuantity + line.quantity)
    refuse('REPORT_LACKS_PART', { number, part: drawn.partName });
}

/** What a signed paper says was installed is neither back in the bin nor lost. */
async function refuseListed(
  tx: WriteTx,
  drawn: DrawnLine,
  openQuantity: Quantity,
  quantity: Quantity,
): Promise<void> {
  const claimed = await claimedByReports(tx, drawn.id);
  const freeQuantity = Math.max(0, openQuantity - claimed.quantity);
  if (quantity > freeQuantity)
    refuse('LISTED_IN_REPORT', { number: claimed.number, part: drawn.partName, freeQuantity });
}

async function refuseWithoutOldPart(tx: WriteTx, drawn: DrawnLine, quantity: Quantity): Promise<void> {
  const tags = (await tagsOfIssueLines(tx, [drawn.id])).get(drawn.id) ?? [];
  const due = tags.filter((tag) => tag.state === 'due');
  const dueQuantity = due.reduce((sum, tag) => sum + tag.quantity, 0);
  if (oldPartsMissing({ ...drawn, dueQuantity }, quantity))
    refuse('OLD_PART_MISSING', { number: due[0]?.number ?? '' });
}
