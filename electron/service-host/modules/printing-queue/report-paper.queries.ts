import { and, asc, eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { translate } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { personNames } from '../people/people.queries.ts';
import { reportContent, type ReportContent } from '../service-reports/report-content.queries.ts';
import { checkCodeOf, contentHashOf, missingOf, reportQrText } from '../service-reports/service-reports.rules.ts';
import { reportSupplements, serviceReportLines, serviceReports } from '../service-reports/service-reports.tables.ts';
import type { FilledPaper } from './paper-data.queries.ts';

/**
 * The service report as it is printed: exactly what was hashed when it was finished. Refuses REPORT_INCOMPLETE before
 * that, WRONG_STATE for a voided one, CONTENT_CHANGED when the books say something else by now.
 */
export async function reportPaperData(tx: ReadTx, id: string, language: Language): Promise<FilledPaper<'service-report'>> {
  const [report] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, id));
  if (!report) return refuse('NOT_FOUND', { kind: 'report' });
  if (report.state === 'void') refuse('WRONG_STATE', { number: report.number, state: report.state });
  if (report.state === 'draft') {
    const lineCount = await tx.db.$count(serviceReportLines, eq(serviceReportLines.reportId, id));
    refuse('REPORT_INCOMPLETE', { missing: missingOf({ ...report, lineCount }) });
  }
  const content = await reportContent(tx, id);
  // Once it is signed the paper shows what was signed, or nothing.
  if (contentHashOf(content) !== report.contentHash) refuse('CONTENT_CHANGED', { number: report.number });
  const data = {
    ...paperOf(content, language),
    ...(report.satisfaction === null ? {} : { satisfaction: report.satisfaction }),
    customerRemarks: report.customerRemarks,
    supplements: await approvedSupplements(tx, id),
  };
  return {
    kind: 'service-report',
    data,
    number: report.number,
    checkCode: checkCodeOf(report.contentHash),
    qrText: reportQrText(report.number, report.contentHash),
    contentHash: report.contentHash,
  };
}

function paperOf(content: ReportContent, language: Language) {
  const { judgement, technicians, lines, saleDay, mileageKm, operatingHours, arrivedAt, finishedAt, contactName, customerAddress: _, engineNumber: __, ...same } = content;
  const verdict = judgement === null ? '' : translate(language, `states.verdict_${judgement.verdict}`);
  return {
    ...same,
    contactPersonName: contactName,
    saleDay: saleDay ?? undefined,
    mileageKm: mileageKm ?? undefined,
    operatingHours: operatingHours ?? undefined,
    arrivedAt: arrivedAt ?? undefined,
    finishedAt: finishedAt ?? undefined,
    warrantyJudgement: [verdict, judgement?.clause ?? ''].filter(Boolean).join(' '),
    technicians: technicians.map((name, index) => ({ name, inCharge: index === 0 && technicians.length > 1 })),
    lines: lines.map(({ unitOfMeasure, oldPartNumber, ...line }) => ({ ...line, unitName: unitOfMeasure, oldPartTagNumber: oldPartNumber })),
    feeLines: [],
  };
}

async function approvedSupplements(tx: ReadTx, reportId: string) {
  const names = await personNames(tx);
  const rows = await tx.db
    .select()
    .from(reportSupplements)
    .where(and(eq(reportSupplements.reportId, reportId), eq(reportSupplements.state, 'approved')))
    .orderBy(asc(reportSupplements.ordinal));
  return rows.map((row) => ({
    ordinal: row.ordinal,
    text: row.text,
    writtenBy: names.get(row.writtenBy ?? '') ?? '',
    writtenAt: row.writtenAt,
    approvedBy: names.get(row.decidedBy ?? '') ?? '',
    approvedAt: row.decidedAt ?? undefined,
  }));
}
