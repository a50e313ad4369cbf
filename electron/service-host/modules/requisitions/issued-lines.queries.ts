import { and, asc, desc, eq, isNull, ne, or } from 'drizzle-orm';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import {
  clearings,
  issueLines,
  issues,
  requisitionLines,
  requisitions,
} from '../../schema/requisitions.tables.ts';

/** How much of each of these issued lines nobody gave back or lost. */
export async function keptOfIssued(
  tx: ReadTx,
  issueLineIds: readonly string[],
): Promise<ReadonlyMap<string, Quantity>> {
  const issued = await tx.db
    .select({ id: issueLines.id, quantity: issueLines.quantity })
    .from(issueLines)
    .where(among(issueLines.id, issueLineIds));
  const gone = await tx.db
    .select({ id: clearings.issueLineId, quantity: clearings.quantity })
    .from(clearings)
    .where(and(among(clearings.issueLineId, issueLineIds), ne(clearings.kind, 'installed')));
  const kept = new Map(issued.map((row): [string, Quantity] => [row.id, row.quantity]));
  for (const { id, quantity } of gone) kept.set(id, (kept.get(id) ?? 0) - quantity);
  return kept;
}

/** The lines issued on a requisition. */
export async function issueLinesOf(tx: ReadTx, requisitionId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .select({ id: issueLines.id })
    .from(requisitionLines)
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .where(eq(requisitionLines.requisitionId, requisitionId));
  return rows.map((row): string => row.id);
}

/**
 * The lines issued on a case, and those issued on no case, for no other unit, to these people; in the order in which they
 * were handed out.
 */
export async function issuedForCase(
  tx: ReadTx,
  found: { readonly caseId: string; readonly unitId: string | null },
  personIds: readonly string[],
) {
  const { caseId, unitId } = found;
  const ofNoCase = and(
    isNull(requisitions.caseId),
    among(stockAccounts.personId, personIds),
    unitId === null
      ? isNull(requisitions.unitId)
      : or(isNull(requisitions.unitId), eq(requisitions.unitId, unitId)),
  );
  return tx.db
    .select({
      issueLineId: issueLines.id,
      partId: issueLines.partId,
      fault: requisitionLines.fault,
      holderName: stockAccounts.name,
      issuedAt: issues.at,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .where(or(eq(requisitions.caseId, caseId), ofNoCase))
    .orderBy(asc(issues.at), asc(issueLines.id));
}

/** The people whose accounts hold what was asked for on a case, last first. */
export async function peopleWhoDrewFor(tx: ReadTx, caseId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .select({ holderAccountId: requisitions.holderAccountId })
    .from(requisitions)
    .where(and(eq(requisitions.caseId, caseId), ne(requisitions.state, 'void')))
    .orderBy(desc(requisitions.createdAt));
  const accountIds = rows.map((row) => row.holderAccountId);
  const holder = await accountsNamed(tx, accountIds);
  return [...new Set(accountIds.flatMap((id) => holder(id).personId ?? []))];
}
