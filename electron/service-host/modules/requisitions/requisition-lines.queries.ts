import { asc, eq } from 'drizzle-orm';
import { amountOf } from '#shared/domain/money.ts';
import { pick } from '#shared/domain/record-fields.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { usableSubstitutes } from '../parts/parts.substitutes.queries.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { availableQuantities, binBalances } from '../stock/stock.queries.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { judgementsNamed } from '../warranty/warranty.named.queries.ts';
import { earlierReplacements } from './earlier.queries.ts';
import {
  clearings,
  issueLines,
  issues,
  requisitionLines,
  type requisitions,
} from '../../schema/requisitions.tables.ts';

/** What the screen shows of the row of a line. */
const shownFields = [
  'id',
  'partId',
  'quantity',
  'issuedQuantity',
  'clearedQuantity',
  'unitPriceFen',
  'fault',
  'judgementId',
  'oldPartRequired',
] as const;

type Requisition = typeof requisitions.$inferSelect;

/** The lines of a requisition, each with what decides about it: stock, judgement, and the last time on the same unit. */
export async function lineRows(tx: ReadTx, requisition: Requisition) {
  const rows = await tx.db
    .select()
    .from(requisitionLines)
    .where(eq(requisitionLines.requisitionId, requisition.id))
    .orderBy(asc(requisitionLines.position));
  const partIds = rows.map((line): string => line.partId);
  const partOf = await partsNamed(tx, partIds);
  const judgementOf = await judgementsNamed(
    tx,
    rows.map((line) => line.judgementId),
  );
  const substitutes = await usableSubstitutes(tx, partIds);
  const everyPart = [...new Set([...partIds, ...substitutes.map((one): string => one.substituteId)])];
  const available = await availableQuantities(tx, everyPart);
  const bins = await binBalances(tx, everyPart);
  const earlier = (await earlierReplacements(tx, [{ ...requisition, partIds }])).get(requisition.id);
  return rows.map((line) => {
    const { partId, quantity, unitPriceFen } = line;
    const part = partOf(partId);
    const judgement = judgementOf(line.judgementId);
    return {
      ...pick(line, shownFields),
      partNumber: part.number,
      partName: part.name,
      unitOfMeasure: part.unitOfMeasure,
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
      verdict: judgement.verdict,
      judgementNumber: judgement.number,
      clause: judgement.clause,
      earlier: earlier?.get(partId) ?? null,
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
      accountCode: stockAccounts.code,
    })
    .from(issueLines)
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, issueLines.accountId))
    .where(
      among(
        issueLines.issueId,
        slips.map((slip) => slip.id),
      ),
    )
    .orderBy(asc(requisitionLines.position), asc(stockAccounts.code), asc(issueLines.id));
  const tags = await tagsOfIssueLines(
    tx,
    rows.map(({ line }) => line.id),
  );
  const partOf = await partsNamed(
    tx,
    rows.map(({ line }) => line.partId),
  );
  return slips.map(({ id, number, at, personId }) => ({
    id,
    number,
    at,
    personName: names.get(personId ?? '') ?? '',
    lines: rows
      .filter(({ line }) => line.issueId === id)
      .map(({ line, accountCode }) => {
        const { requisitionLineId, partId, accountId, quantity, clearedQuantity, valueFen } = line;
        const oldParts = (tags.get(line.id) ?? []).map((tag) => ({
          id: tag.id,
          number: tag.number,
          state: tag.state,
          dueDay: tag.dueDay,
        }));
        return {
          id: line.id,
          requisitionLineId,
          partId,
          accountId,
          quantity,
          clearedQuantity,
          valueFen,
          accountCode,
          partNumber: partOf(partId).number,
          partName: partOf(partId).name,
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
