import { and, eq, sql } from 'drizzle-orm';
import { assertNever, present } from '#shared/domain/assert.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { nextNumber } from '../numbering/numbering.service.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { withdrawTags } from '../old-parts/old-parts.service.ts';
import { parts } from '../parts/parts.tables.ts';
import { serviceReportLines, serviceReports } from '../service-reports/service-reports.tables.ts';
import { postMovements, wellKnownAccount } from '../stock/stock.ledger.ts';
import { stockAccounts } from '../stock/stock.tables.ts';
import { stateOfLines } from './requisitions.rules.ts';
import {
  change,
  concernedBy,
  personOfAccount,
  requisitionIn,
  type Requisition,
} from './requisitions.service.ts';
import { clearings, issueLines, requisitionLines } from './requisitions.tables.ts';

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

interface ClearingInput {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly ClearingLine[];
}
interface Drawn {
  readonly id: string;
  readonly requisitionLineId: string;
  readonly partId: string;
  readonly partName: string;
  readonly quantity: Quantity;
  readonly clearedQuantity: Quantity;
}

/**
 * Accounts for what was drawn: installed through a signed and approved report with the old part in, returned unused, or
 * lost with a leader's word. Refuses MORE_THAN_ISSUED, REPORT_NOT_APPROVED, REPORT_LACKS_PART, OLD_PART_MISSING,
 * APPROVAL_REQUIRED, OWN_REQUISITION.
 */
export async function clearLines(tx: WriteTx, input: ClearingInput) {
  const found = await requisitionIn(tx, input.id, ['partlyIssued', 'issued']);
  const number = await nextNumber(tx, 'clearing');
  for (const line of input.lines) await clearLine(tx, found, number, line);
  const lines = await tx.db
    .select()
    .from(requisitionLines)
    .where(eq(requisitionLines.requisitionId, found.id));
  const saved = await change(tx, found, input.version, 'clear', {
    state: stateOfLines(lines, found.restClosed),
  });
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
export async function closeRest(
  tx: WriteTx,
  input: { readonly id: string; readonly version: number; readonly reason: string },
) {
  const found = await requisitionIn(tx, input.id, ['approved', 'partlyIssued']);
  const lines = await tx.db
    .select()
    .from(requisitionLines)
    .where(eq(requisitionLines.requisitionId, found.id));
  return change(tx, found, input.version, 'closeRest', {
    restClosed: true,
    state: stateOfLines(lines, true),
    notes: [found.notes, input.reason].filter(Boolean).join('\n'),
  });
}

async function clearLine(tx: WriteTx, found: Requisition, number: string, line: ClearingLine): Promise<void> {
  const drawn = await drawnLine(tx, found, line.issueLineId);
  const open = drawn.quantity - drawn.clearedQuantity;
  if (line.quantity > open) refuse('MORE_THAN_ISSUED', { part: drawn.partName, openQuantity: open });
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
  drawn: Drawn,
  line: ClearingLine,
): Promise<string> {
  switch (line.kind) {
    case 'installed':
      await refuseWithoutReport(tx, drawn, line);
      await refuseWithoutOldPart(tx, drawn, line.quantity);
      return wellKnownAccount(tx, 'customer');
    case 'returned':
      await refuseOtherThanBin(tx, line.accountId);
      await withdrawTags(tx, drawn.id, line.quantity, 'returned');
      return line.accountId;
    case 'lost':
      await refuseUnlessLeader(tx, found);
      await withdrawTags(tx, drawn.id, line.quantity, 'lost');
      return wellKnownAccount(tx, 'scrap');
    default:
      return assertNever(line);
  }
}

/** The report must be signed and approved, and list at least as much of this very line as is cleared by it in all. */
async function refuseWithoutReport(
  tx: WriteTx,
  drawn: Drawn,
  line: { readonly reportId: string; readonly quantity: Quantity },
): Promise<void> {
  const [report] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, line.reportId));
  if (!report) return refuse('NOT_FOUND', { kind: 'report' });
  if (report.state !== 'approved' && report.state !== 'filed')
    refuse('REPORT_NOT_APPROVED', { number: report.number });
  const listed = await tx.db
    .select({ quantity: serviceReportLines.quantity })
    .from(serviceReportLines)
    .where(and(eq(serviceReportLines.reportId, report.id), eq(serviceReportLines.issueLineId, drawn.id)));
  const cleared = await tx.db
    .select({ quantity: clearings.quantity })
    .from(clearings)
    .where(and(eq(clearings.reportId, report.id), eq(clearings.issueLineId, drawn.id)));
  if (total(listed) < total(cleared) + line.quantity)
    refuse('REPORT_LACKS_PART', { number: report.number, part: drawn.partName });
}

/** Of the tags of the line, enough must be in or waived for everything installed of it, this time included. */
async function refuseWithoutOldPart(tx: WriteTx, drawn: Drawn, quantity: Quantity): Promise<void> {
  const tags = (await tagsOfIssueLines(tx, [drawn.id])).get(drawn.id) ?? [];
  const due = tags.filter((tag) => tag.state === 'due');
  const open = drawn.quantity - drawn.clearedQuantity;
  // What stays open after this may still be due; anything beyond that belongs to what is being cleared.
  if (total(due) > open - quantity) refuse('OLD_PART_MISSING', { number: due[0]?.number ?? '' });
}

async function refuseUnlessLeader(tx: WriteTx, found: Requisition): Promise<void> {
  if (!tx.actor.permissions.has('requisitions.allow')) refuse('APPROVAL_REQUIRED', {});
  if (concernedBy(found, await personOfAccount(tx, found.holderAccountId)).includes(tx.actor.personId))
    refuse('OWN_REQUISITION', {});
}

async function refuseOtherThanBin(tx: WriteTx, accountId: string): Promise<void> {
  const [account] = await tx.db.select().from(stockAccounts).where(eq(stockAccounts.id, accountId));
  if (!account) refuse('NOT_FOUND', { kind: 'stockAccount' });
  if (account.kind !== 'bin') refuse('ACCOUNT_NOT_USABLE', { account: account.name });
}

async function drawnLine(tx: WriteTx, found: Requisition, issueLineId: string): Promise<Drawn> {
  const [row] = await tx.db
    .select({
      id: issueLines.id,
      requisitionLineId: issueLines.requisitionLineId,
      partId: issueLines.partId,
      quantity: issueLines.quantity,
      clearedQuantity: issueLines.clearedQuantity,
      number: parts.number,
      name: parts.name,
    })
    .from(issueLines)
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .where(and(eq(issueLines.id, issueLineId), eq(requisitionLines.requisitionId, found.id)));
  if (!row) return refuse('NOT_FOUND', { kind: 'issueLine' });
  return { ...row, partName: `${row.number} ${row.name}` };
}

function total(rows: readonly { readonly quantity: Quantity }[]): Quantity {
  return rows.reduce((sum, row) => sum + row.quantity, 0);
}
