import { and, asc, desc, eq } from 'drizzle-orm';
import { present } from '#shared/domain/assert.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { cases } from '../../schema/cases.tables.ts';
import { contactPersons, customers } from '../../schema/customers.tables.ts';
import { telephoneToCall } from '../customers/telephone-to-call.queries.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { parts } from '../../schema/parts.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { products, units } from '../../schema/units.tables.ts';
import { warrantyJudgements, warrantyTerms } from '../../schema/warranty.tables.ts';
import type { ContentJudgement, ContentLine, ReportContent } from '#shared/domain/report-content.ts';
import { serviceReportLines, serviceReports } from '../../schema/reports.tables.ts';

/** What the paper of a report would say if it was finished now, out of the books as they stand. */
export async function reportContent(tx: ReadTx, reportId: string): Promise<ReportContent> {
  const [row] = await tx.db
    .select({
      report: serviceReports,
      found: cases,
      customer: customers,
      person: contactPersons,
      unit: units,
      product: products,
    })
    .from(serviceReports)
    .innerJoin(cases, eq(cases.id, serviceReports.caseId))
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(contactPersons, eq(contactPersons.id, cases.contactPersonId))
    .leftJoin(units, eq(units.id, serviceReports.unitId))
    .leftJoin(products, eq(products.id, units.productId))
    .where(eq(serviceReports.id, reportId));
  const { report, found, customer, person, unit, product } = present(row, 'the report');
  return {
    number: report.number,
    caseNumber: found.number,
    customerName: customer.name,
    customerAddress: customer.address,
    contactName: person?.name ?? '',
    telephone: await telephoneToCall(tx, {
      caseId: found.id,
      customerId: customer.id,
      personId: person?.id ?? null,
    }),
    plate: unit?.plate ?? '',
    serialNumber: unit?.serialNumber ?? '',
    engineNumber: unit?.engineNumber ?? '',
    model: product?.code ?? '',
    saleDay: unit?.saleDay ?? null,
    judgement: report.unitId === null ? null : await lastJudgement(tx, found.id, report.unitId),
    mileageKm: report.mileageKm,
    operatingHours: report.operatingHours,
    arrivedAt: report.arrivedAt,
    finishedAt: report.finishedAt,
    technicians: await technicianNames(tx, report.technicianIds),
    symptom: report.symptom,
    cause: report.cause,
    work: report.work,
    faultPlaceOpenedBefore: report.faultPlaceOpenedBefore,
    feeFen: report.feeFen,
    partsFeeFen: report.partsFeeFen,
    labourFeeFen: report.labourFeeFen,
    travelFeeFen: report.travelFeeFen,
    compensation: report.compensation,
    lines: await contentLines(tx, reportId),
  };
}

async function contentLines(tx: ReadTx, reportId: string): Promise<ContentLine[]> {
  const lines = await linesWithTags(tx, reportId);
  return lines.map(({ line, ...part }) => ({ ...part, quantity: line.quantity, reason: line.reason }));
}

/** The lines of a report with their parts and the tags of the old parts, in their order. */
export async function linesWithTags(tx: ReadTx, reportId: string) {
  const rows = await tx.db
    .select({
      line: serviceReportLines,
      partNumber: parts.number,
      partName: parts.name,
      unitOfMeasure: parts.unitOfMeasure,
    })
    .from(serviceReportLines)
    .innerJoin(parts, eq(parts.id, serviceReportLines.partId))
    .where(eq(serviceReportLines.reportId, reportId))
    .orderBy(asc(serviceReportLines.position));
  const tags = await tagsOfIssueLines(
    tx,
    rows.flatMap(({ line }) => line.issueLineId ?? []),
  );
  return rows.map((row) => ({
    ...row,
    oldPartNumber: (tags.get(row.line.issueLineId ?? '') ?? []).map((tag) => tag.number).join(' '),
  }));
}

async function technicianNames(tx: ReadTx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(among(people.id, ids));
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.name ?? []);
}

/** The last judgement of the case on this unit; one on a unit that the case named before says nothing of this one. */
async function lastJudgement(tx: ReadTx, caseId: string, unitId: string): Promise<ContentJudgement | null> {
  const [row] = await tx.db
    .select({
      number: warrantyJudgements.number,
      verdict: warrantyJudgements.verdict,
      overruled: warrantyJudgements.overruledVerdict,
      clause: warrantyTerms.clause,
      daysLeft: warrantyJudgements.daysLeft,
    })
    .from(warrantyJudgements)
    .leftJoin(warrantyTerms, eq(warrantyTerms.id, warrantyJudgements.termId))
    .where(and(eq(warrantyJudgements.caseId, caseId), eq(warrantyJudgements.unitId, unitId)))
    .orderBy(desc(warrantyJudgements.at))
    .limit(1);
  return row
    ? {
        number: row.number,
        verdict: row.overruled ?? row.verdict,
        clause: row.clause ?? '',
        daysLeft: row.daysLeft,
      }
    : null;
}
