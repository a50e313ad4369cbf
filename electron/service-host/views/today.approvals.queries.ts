import { and, asc, eq, lt, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Verdict } from '#shared/domain/states.ts';
import type { ReadTx } from '../database/database.ts';
import { among } from '../database/read-page.ts';
import { cases } from '../schema/cases.tables.ts';
import { customers } from '../schema/customers.tables.ts';
import { parts } from '../schema/parts.tables.ts';
import { worstVerdict } from '../modules/requisitions/requisitions.rules.ts';
import { requisitionLines, requisitions } from '../schema/requisitions.tables.ts';
import { reportSupplements, serviceReports } from '../schema/reports.tables.ts';
import { units } from '../schema/units.tables.ts';
import { warrantyJudgements } from '../schema/warranty.tables.ts';
import { inOneLine, partsSummary } from './today.rules.ts';

/** Something that waits for a leader; a report stands here once, whatever of it waits. */
interface ToApprove {
  readonly kind: 'requisition' | 'report' | 'supplement';
  readonly id: string;
  readonly number: string;
  readonly summary: string;
  readonly amountFen: number | null;
  readonly verdict: string | null;
}

/** What waits for approval, requisitions before reports before supplements, the oldest first; at most `limit`. */
export async function toApprove(tx: ReadTx, limit: number): Promise<ToApprove[]> {
  return [
    ...(await submittedRequisitions(tx, limit)),
    ...(await signedReports(tx, limit)),
    ...(await submittedSupplements(tx, limit)),
  ].slice(0, limit);
}

async function submittedRequisitions(tx: ReadTx, limit: number): Promise<ToApprove[]> {
  const found = await tx.db
    .select({ id: requisitions.id, number: requisitions.number, amountFen: requisitions.amountFen })
    .from(requisitions)
    .where(eq(requisitions.state, 'submitted'))
    .orderBy(asc(requisitions.createdAt), asc(requisitions.id))
    .limit(limit);
  const lines = await tx.db
    .select({
      requisitionId: requisitionLines.requisitionId,
      partName: parts.name,
      verdict: warrantyJudgements.verdict,
      overruled: warrantyJudgements.overruledVerdict,
    })
    .from(requisitionLines)
    .innerJoin(parts, eq(parts.id, requisitionLines.partId))
    .leftJoin(warrantyJudgements, eq(warrantyJudgements.id, requisitionLines.judgementId))
    .where(
      among(
        requisitionLines.requisitionId,
        found.map(({ id }) => id),
      ),
    )
    .orderBy(asc(requisitionLines.position));
  return found.map(({ id, number, amountFen }) => {
    const own = lines.filter(({ requisitionId }) => requisitionId === id);
    const verdict = worstVerdict(own.map((line): Verdict | null => line.overruled ?? line.verdict));
    return {
      kind: 'requisition',
      id,
      number,
      amountFen,
      verdict,
      summary: partsSummary(own.map(({ partName }) => partName)),
    };
  });
}

async function signedReports(tx: ReadTx, limit: number): Promise<ToApprove[]> {
  const rows = await tx.db
    .select({
      id: serviceReports.id,
      number: serviceReports.number,
      customerName: customers.name,
      plate: units.plate,
    })
    .from(serviceReports)
    .innerJoin(cases, eq(cases.id, serviceReports.caseId))
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, serviceReports.unitId))
    .where(eq(serviceReports.state, 'signed'))
    .orderBy(asc(serviceReports.createdAt), asc(serviceReports.id))
    .limit(limit);
  return rows.map(({ id, number, customerName, plate }) => ({
    kind: 'report',
    id,
    number,
    summary: inOneLine([plate, customerName]),
    amountFen: null,
    verdict: null,
  }));
}

/** Reports that were decided upon and have supplements again, each by the first of them. */
async function submittedSupplements(tx: ReadTx, limit: number): Promise<ToApprove[]> {
  const earlier = alias(reportSupplements, 'earlier');
  const earlierOfTheSame = tx.db
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.reportId, reportSupplements.reportId),
        eq(earlier.state, 'submitted'),
        lt(earlier.ordinal, reportSupplements.ordinal),
      ),
    );
  const rows = await tx.db
    .select({ id: reportSupplements.reportId, number: serviceReports.number, text: reportSupplements.text })
    .from(reportSupplements)
    .innerJoin(serviceReports, eq(serviceReports.id, reportSupplements.reportId))
    .where(
      and(
        eq(reportSupplements.state, 'submitted'),
        ne(serviceReports.state, 'signed'),
        notExists(earlierOfTheSame),
      ),
    )
    .orderBy(asc(reportSupplements.writtenAt), asc(reportSupplements.id))
    .limit(limit);
  return rows.map(({ id, number, text }) => ({
    kind: 'supplement',
    id,
    number,
    summary: text,
    amountFen: null,
    verdict: null,
  }));
}
