import { asc, eq } from 'drizzle-orm';
import { present } from '#shared/domain/assert.ts';
import type { ReadTx } from '../../database/database.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { contactPersonsNamed, customersNamed } from '../customers/customers.named.queries.ts';
import { telephoneToCall } from '../customers/telephone-to-call.queries.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { unitSummaries } from '../units/units.queries.ts';
import { lastJudgementOf } from '../warranty/warranty.named.queries.ts';
import type { ContentLine, ReportContent } from '#shared/domain/report-content.ts';
import { serviceReportLines, serviceReports } from '../../schema/reports.tables.ts';

/** What the paper of a report would say if it was finished now, out of the books as they stand. */
export async function reportContent(tx: ReadTx, reportId: string): Promise<ReportContent> {
  const [row] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, reportId));
  const report = present(row, 'the report');
  const { caseId, unitId } = report;
  const found = (await casesNamed(tx, [caseId]))(caseId);
  const { customerId, contactPersonId: personId } = found;
  const customer = (await customersNamed(tx, [customerId]))(customerId);
  const person = (await contactPersonsNamed(tx, [personId]))(personId);
  const [unit] = unitId === null ? [] : await unitSummaries(tx, [unitId]);
  return {
    number: report.number,
    caseNumber: found.number,
    customerName: customer.name,
    customerAddress: customer.address,
    contactName: person.name,
    telephone: await telephoneToCall(tx, {
      caseId,
      customerId,
      personId,
    }),
    plate: unit?.plate ?? '',
    serialNumber: unit?.serialNumber ?? '',
    engineNumber: unit?.engineNumber ?? '',
    model: unit?.productCode ?? '',
    saleDay: unit?.saleDay ?? null,
    judgement: unitId === null ? null : await lastJudgementOf(tx, caseId, unitId),
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
    .select()
    .from(serviceReportLines)
    .where(eq(serviceReportLines.reportId, reportId))
    .orderBy(asc(serviceReportLines.position));
  const tags = await tagsOfIssueLines(
    tx,
    rows.flatMap((line) => line.issueLineId ?? []),
  );
  const part = await partsNamed(
    tx,
    rows.map((line) => line.partId),
  );
  return rows.map((line) => ({
    line,
    partNumber: part(line.partId).number,
    partName: part(line.partId).name,
    unitOfMeasure: part(line.partId).unitOfMeasure,
    oldPartNumber: (tags.get(line.issueLineId ?? '') ?? []).map((tag) => tag.number).join(' '),
  }));
}

async function technicianNames(tx: ReadTx, ids: readonly string[]): Promise<readonly string[]> {
  const person = await peopleNamed(tx, ids);
  return ids.map((id) => person(id).name).filter((name) => name !== '');
}
