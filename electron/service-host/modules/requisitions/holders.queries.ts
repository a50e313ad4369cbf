import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import { dayOf, daysBetween } from '#shared/domain/days.ts';
import { shareOfValue } from '#shared/domain/money.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { mostOpenTagState } from '../old-parts/old-parts.rules.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { settingsOf } from '../settings/settings.queries.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { isOverLimit } from './requisitions.rules.ts';
import { issueLines, issues, requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';

/** What one holder has drawn and not accounted for, against the limits of the firm. */
export async function holderState(tx: ReadTx, accountId: string) {
  const [account] = await tx.db.select().from(stockAccounts).where(eq(stockAccounts.id, accountId));
  if (!account) return refuse('NOT_FOUND', { kind: 'stockAccount' });
  return summarise(tx, account, await openLines(tx, eq(requisitions.holderAccountId, accountId)));
}

/** Everybody who holds something uncleared, the most valuable first. */
export async function listHolders(tx: ReadTx) {
  const lines = Map.groupBy(await openLines(tx), (line): string => line.holderAccountId);
  const accounts = await tx.db.select().from(stockAccounts).where(eq(stockAccounts.inside, true));
  const holders = [];
  for (const account of accounts) {
    const held = lines.get(account.id);
    if (!held) continue;
    const pieces = (from: number, to: number) =>
      held
        .filter((line) => line.ageDays > from && line.ageDays <= to)
        .reduce((sum, line) => sum + line.openQuantity, 0);
    const byAge = { upTo7Days: pieces(-1, 7), upTo30Days: pieces(7, 30), older: pieces(30, Infinity) };
    holders.push({ ...(await summarise(tx, account, held)), kind: account.kind, byAge });
  }
  return holders.toSorted((one, other) => other.unclearedFen - one.unclearedFen);
}

/** The uncleared lines of one holder, oldest first. */
export async function listUncleared(tx: ReadTx, input: { readonly accountId: string }) {
  const lines = await openLines(tx, eq(requisitions.holderAccountId, input.accountId));
  const tags = await tagsOfIssueLines(
    tx,
    lines.map((line) => line.issueLineId),
  );
  const part = await partsNamed(
    tx,
    lines.map((line) => line.partId),
  );
  const found = await casesNamed(
    tx,
    lines.map((line) => line.caseId),
  );
  return lines.map(({ holderAccountId: _, partId, caseId, ...line }) => ({
    ...line,
    partNumber: part(partId).number,
    partName: part(partId).name,
    unitOfMeasure: part(partId).unitOfMeasure,
    caseNumber: found(caseId).number,
    oldPartState: mostOpenTagState(tags.get(line.issueLineId) ?? []),
  }));
}

type Account = typeof stockAccounts.$inferSelect;

async function summarise(
  tx: ReadTx,
  account: Account,
  lines: readonly { openQuantity: number; valueFen: number; ageDays: number }[],
) {
  const limits = await settingsOf(tx, 'requisitions');
  const facts = {
    unclearedFen: lines.reduce((sum, line) => sum + line.valueFen, 0),
    oldestDays: lines.reduce((oldest, line) => Math.max(oldest, line.ageDays), 0),
    limitFen: limits.holderLimitFen,
    limitDays: limits.holderLimitDays,
  };
  const unclearedQuantity = lines.reduce((sum, line) => sum + line.openQuantity, 0);
  return {
    accountId: account.id,
    name: account.name,
    unclearedQuantity,
    ...facts,
    overLimit: isOverLimit(facts),
  };
}

/** Issued lines with something uncleared, oldest first. Requisitions in these two states are few, however old the books. */
async function openLines(tx: ReadTx, condition?: SQL) {
  const rows = await tx.db
    .select({
      requisitionId: requisitions.id,
      requisitionNumber: requisitions.number,
      holderAccountId: requisitions.holderAccountId,
      issueLineId: issueLines.id,
      issuedAt: issues.at,
      caseId: requisitions.caseId,
      partId: issueLines.partId,
      quantity: issueLines.quantity,
      clearedQuantity: issueLines.clearedQuantity,
      issuedFen: issueLines.valueFen,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .where(
      and(
        sql`${requisitions.state} IN ('partlyIssued', 'issued')`,
        gt(issueLines.quantity, issueLines.clearedQuantity),
        condition,
      ),
    )
    .orderBy(asc(issues.at));
  const today = dayOf(tx.now);
  return rows.map(({ quantity, clearedQuantity, issuedFen, ...row }) => ({
    ...row,
    openQuantity: quantity - clearedQuantity,
    valueFen: shareOfValue(issuedFen, quantity - clearedQuantity, quantity),
    ageDays: daysBetween(dayOf(row.issuedAt), today),
  }));
}
