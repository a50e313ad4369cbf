import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { dayOf, daysBetween } from '#shared/domain/days.ts';
import { amountOf } from '#shared/domain/money.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { cases } from '../cases/cases.tables.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { partSubstitutes, parts } from '../parts/parts.tables.ts';
import { serviceReports } from '../service-reports/service-reports.tables.ts';
import { availableQuantities, binBalances } from '../stock/stock.queries.ts';
import { stockAccounts } from '../stock/stock.tables.ts';
import { warrantyJudgements, warrantyTerms } from '../warranty/warranty.tables.ts';
import { clearings, issueLines, issues, requisitionLines, requisitions } from './requisitions.tables.ts';

type Requisition = typeof requisitions.$inferSelect;

/** The lines of a requisition, each with what decides about it: stock, judgement, and the last time on the same unit. */
export async function lineRows(tx: ReadTx, requisition: Requisition) {
  const rows = await tx.db
    .select({
      line: requisitionLines,
      partNumber: parts.number,
      partName: parts.name,
      unitOfMeasure: parts.unitOfMeasure,
      judgement: warrantyJudgements,
      clause: warrantyTerms.clause,
    })
    .from(requisitionLines)
    .innerJoin(parts, eq(parts.id, requisitionLines.partId))
    .leftJoin(warrantyJudgements, eq(warrantyJudgements.id, requisitionLines.judgementId))
    .leftJoin(warrantyTerms, eq(warrantyTerms.id, warrantyJudgements.termId))
    .where(eq(requisitionLines.requisitionId, requisition.id))
    .orderBy(asc(requisitionLines.position));
  const partIds = rows.map(({ line }) => line.partId as string);
  const substitutes = await substitutesOf(tx, partIds);
  const everyPart = [...new Set([...partIds, ...substitutes.map((one) => one.substituteId as string)])];
  const available = await availableQuantities(tx, everyPart);
  const bins = await binBalances(tx, everyPart);
  const earlier = await earlierReplacements(tx, requisition, partIds);
  return rows.map(({ line, judgement, clause, ...part }) => {
    const {
      id,
      partId,
      quantity,
      issuedQuantity,
      clearedQuantity,
      unitPriceFen,
      fault,
      judgementId,
      oldPartRequired,
    } = line;
    return {
      id,
      partId,
      quantity,
      issuedQuantity,
      clearedQuantity,
      unitPriceFen,
      fault,
      judgementId,
      oldPartRequired,
      ...part,
      amountFen: amountOf(unitPriceFen, quantity),
      availableQuantity: available.get(partId) ?? 0,
      bins: (bins.get(partId) ?? []).map((bin) => ({
        accountId: bin.accountId,
        code: bin.code,
        quantity: bin.quantity,
      })),
      substitutes: substitutes
        .filter((one) => one.partId === partId)
        .map((one) => ({
          partId: one.substituteId,
          number: one.number,
          name: one.name,
          availableQuantity: available.get(one.substituteId) ?? 0,
        })),
      verdict: judgement?.overruledVerdict ?? judgement?.verdict ?? null,
      judgementNumber: judgement?.number ?? '',
      clause: clause ?? '',
      earlier: earlier.get(partId) ?? null,
    };
  });
}

/** What was handed out on a requisition, slip by slip. */
export async function issueRows(tx: ReadTx, requisitionId: string, names: ReadonlyMap<string, string>) {
  const slips = await tx.db
    .select()
    .from(issues)
    .where(eq(issues.requisitionId, requisitionId))
    .orderBy(asc(issues.at), asc(issues.number));
  const rows = await tx.db
    .select({
      line: issueLines,
      partNumber: parts.number,
      partName: parts.name,
      accountCode: stockAccounts.code,
    })
    .from(issueLines)
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, issueLines.accountId))
    .where(
      among(
        issueLines.issueId,
        slips.map((slip) => slip.id),
      ),
    )
    .orderBy(asc(issueLines.id));
  const tags = await tagsOfIssueLines(
    tx,
    rows.map(({ line }) => line.id),
  );
  return slips.map(({ id, number, at, personId }) => ({
    id,
    number,
    at,
    personName: names.get(personId ?? '') ?? '',
    lines: rows
      .filter(({ line }) => line.issueId === id)
      .map(({ line, ...part }) => {
        const { requisitionLineId, partId, quantity, clearedQuantity, valueFen } = line;
        const oldParts = (tags.get(line.id) ?? []).map((tag) => ({
          id: tag.id,
          number: tag.number,
          state: tag.state as string,
          dueDay: tag.dueDay,
        }));
        return {
          id: line.id,
          requisitionLineId,
          partId,
          quantity,
          clearedQuantity,
          valueFen,
          ...part,
          oldParts,
        };
      }),
  }));
}

/** How it was accounted for, in the order of time. */
export async function clearingRows(tx: ReadTx, requisitionId: string, names: ReadonlyMap<string, string>) {
  const rows = await tx.db
    .select({ clearing: clearings, reportNumber: serviceReports.number })
    .from(clearings)
    .leftJoin(serviceReports, eq(serviceReports.id, clearings.reportId))
    .where(eq(clearings.requisitionId, requisitionId))
    .orderBy(asc(clearings.at), asc(clearings.id));
  return rows.map(({ clearing, reportNumber }) => {
    const { id, number, issueLineId, kind, quantity, reason, at, personId } = clearing;
    return {
      id,
      number,
      issueLineId,
      kind,
      quantity,
      reason,
      at,
      reportNumber: reportNumber ?? '',
      personName: names.get(personId ?? '') ?? '',
    };
  });
}

async function substitutesOf(tx: ReadTx, partIds: readonly string[]) {
  const substitute = alias(parts, 'substitute');
  return tx.db
    .select({
      partId: partSubstitutes.partId,
      substituteId: partSubstitutes.substituteId,
      number: substitute.number,
      name: substitute.name,
    })
    .from(partSubstitutes)
    .innerJoin(substitute, eq(substitute.id, partSubstitutes.substituteId))
    .where(and(among(partSubstitutes.partId, partIds), eq(substitute.active, true)))
    .orderBy(asc(partSubstitutes.rank));
}

/** The last time each of these parts was issued for the same unit on another requisition. */
async function earlierReplacements(tx: ReadTx, requisition: Requisition, partIds: readonly string[]) {
  const found = new Map<
    string,
    { at: number; daysAgo: number; caseNumber: string; oldPartState: string | null }
  >();
  if (requisition.unitId === null) return found;
  const rows = await tx.db
    .select({
      partId: issueLines.partId,
      issueLineId: issueLines.id,
      at: issues.at,
      caseNumber: cases.number,
    })
    .from(requisitions)
    .innerJoin(issues, eq(issues.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.issueId, issues.id))
    .leftJoin(cases, eq(cases.id, requisitions.caseId))
    .where(
      and(
        eq(requisitions.unitId, requisition.unitId),
        ne(requisitions.id, requisition.id),
        inArray(issueLines.partId, partIds.length === 0 ? [''] : [...partIds]),
      ),
    )
    .orderBy(desc(issues.at))
    .limit(200);
  const newest = rows.filter(
    (row, index) => rows.findIndex((other) => other.partId === row.partId) === index,
  );
  const tags = await tagsOfIssueLines(
    tx,
    newest.map((row) => row.issueLineId),
  );
  for (const row of newest) {
    const daysAgo = daysBetween(dayOf(row.at), dayOf(tx.now));
    found.set(row.partId, {
      at: row.at,
      daysAgo,
      caseNumber: row.caseNumber ?? '',
      oldPartState: tags.get(row.issueLineId)?.[0]?.state ?? null,
    });
  }
  return found;
}
