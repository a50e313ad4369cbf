import { eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { missingOf } from '#shared/domain/report-missing.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { withDetail } from '#shared/messages/punctuation.ts';
import { translate } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import { wordingOf } from '../../printing/documents/paper-context.ts';
import { serviceReportPaper, type ServiceReportPaper } from '../../printing/documents/service-report.ts';
import { fill } from '../../printing/fill.ts';
import { personNames } from '../people/people.queries.ts';
import type { ContentJudgement, ReportContent } from '#shared/domain/report-content.ts';
import { linesOf } from './report-lines.queries.ts';
import { paperHashNow, signatureOf, type SealedSupplement } from './paper-hashes.rules.ts';
import { checkCodeOf, isIntact, reportQrText } from './reports.rules.ts';
import { chosenCopyNames } from '../settings/house.queries.ts';
import { notePrinted } from './report-prints.service.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { approvedSupplements } from './supplements.queries.ts';

/**
 * The service report as it is printed: exactly what was sealed when it was finished, whatever was renamed since, with the
 * supplements approved since, which the code on it stands for too. Refuses
 * REPORT_INCOMPLETE or WRONG_STATE before that, WRONG_STATE for a voided one, CONTENT_CHANGED when somebody tampered with the seal.
 */
export const serviceReport = paper('service-report', {
  of: 'report',
  facts: reportFacts,
  draw: serviceReportPaper,
  look: async (_, id) => ({ kind: 'report', id }),
  copies: ['copyReportOffice', 'copyReportFinance', 'copyReportCustomer'],
  firmsCopies: chosenCopyNames,
  numberOf: async (tx, id) => {
    const [found] = await tx.db
      .select({ number: serviceReports.number })
      .from(serviceReports)
      .where(eq(serviceReports.id, id));
    return found?.number;
  },
  notePrinted,
});

/** The facts of a report for its paper. */
export async function reportFacts(
  tx: ReadTx,
  id: string,
  language: Language,
): Promise<PaperFacts<ServiceReportPaper>> {
  const [report] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, id));
  if (!report) return refuse('NOT_FOUND', { kind: 'report' });
  const { number, state, sealedContent, contentHash } = report;
  if (state === 'void') refuse('WRONG_STATE', { number, state });
  if (state === 'draft') {
    const lines = await linesOf(tx, id);
    const missing = missingOf({ ...report, lines }, tx.now);
    if (missing.length > 0) refuse('REPORT_INCOMPLETE', { missing });
    refuse('WRONG_STATE', { number, state });
  }
  if (sealedContent === null || !isIntact(report)) return refuse('CONTENT_CHANGED', { number });
  const isSigned = report.signedAt !== null;
  const supplements = await approvedSupplements(tx, id);
  const paperHash = paperHashNow({ contentHash, signature: signatureOf(report), approved: supplements });
  const data = {
    ...paperOf(sealedContent, language),
    // What the customer thinks stands on the paper once they said so, and not before.
    ...(isSigned && report.satisfaction !== null ? { satisfaction: report.satisfaction } : {}),
    customerRemarks: isSigned ? report.customerRemarks : '',
    signedBy: report.signedBy,
    signedAt: report.signedAt ?? undefined,
    approvedBy: report.decidedAt === null ? '' : await personName(tx, report.decidedBy),
    approvedAt: report.decidedAt ?? undefined,
    supplements: await supplementsInWords(tx, supplements),
  };
  return {
    data,
    number,
    stateName: translate(language, `states.reportState_${state}`),
    checkCode: checkCodeOf(paperHash),
    qrText: reportQrText(number, paperHash),
    contentHash: paperHash,
  };
}

function paperOf(content: ReportContent, language: Language) {
  const { technicians, lines, saleDay, mileageKm, operatingHours, arrivedAt, finishedAt, ...same } = content;
  const { number, caseNumber, customerName, customerAddress, telephone } = same;
  const { plate, serialNumber, engineNumber, model } = same;
  const { symptom, cause, work, faultPlaceOpenedBefore, feeFen, compensation } = same;
  return {
    number,
    caseNumber,
    customerName,
    customerAddress,
    contactPersonName: same.contactName,
    telephone,
    plate,
    serialNumber,
    engineNumber,
    model,
    saleDay: saleDay ?? undefined,
    mileageKm: mileageKm ?? undefined,
    operatingHours: operatingHours ?? undefined,
    arrivedAt: arrivedAt ?? undefined,
    finishedAt: finishedAt ?? undefined,
    warrantyJudgement: same.judgement === null ? '' : judgementText(same.judgement, language),
    technicians: technicians.map((name, index) => ({
      name,
      inCharge: index === 0 && technicians.length > 1,
    })),
    symptom,
    cause,
    work,
    faultPlaceOpenedBefore,
    feeFen,
    feeLines: feeLinesOf(content, language),
    compensation,
    lines: lines.map(({ unitOfMeasure, oldPartNumber, ...line }) => ({
      ...line,
      unitName: unitOfMeasure,
      oldPartTagNumber: oldPartNumber,
    })),
  };
}

/** What the fee is made of, the rest as "other"; nothing where nobody wrote it down. */
function feeLinesOf(content: ReportContent, language: Language) {
  const { feeFen, partsFeeFen = 0, labourFeeFen = 0, travelFeeFen = 0 } = content;
  const named = partsFeeFen + labourFeeFen + travelFeeFen;
  if (named === 0) return [];
  const words = wordingOf({ language });
  return [
    { name: words.partsFee, amountFen: partsFeeFen },
    { name: words.labourFee, amountFen: labourFeeFen },
    { name: words.travelFee, amountFen: travelFeeFen },
    { name: words.otherFee, amountFen: feeFen - named },
  ].filter(({ amountFen }) => amountFen !== 0);
}

/** The judgement in one line: 三包内（底盘 3.2，余 47 天）. */
function judgementText({ verdict, clause, daysLeft }: ContentJudgement, language: Language): string {
  const left =
    verdict === 'covered' && daysLeft !== null && daysLeft >= 0
      ? fill(wordingOf({ language }).daysLeft, { count: daysLeft })
      : '';
  return withDetail(language, translate(language, `states.verdict_${verdict}`), [clause, left]);
}

async function personName(tx: ReadTx, id: string | null): Promise<string> {
  return (await personNames(tx)).get(id ?? '') ?? '';
}

async function supplementsInWords(tx: ReadTx, approved: readonly SealedSupplement[]) {
  const names = await personNames(tx);
  return approved.map((row) => ({
    ordinal: row.ordinal,
    text: row.text,
    writtenBy: names.get(row.writtenBy ?? '') ?? '',
    writtenAt: row.writtenAt,
    approvedBy: names.get(row.decidedBy ?? '') ?? '',
    approvedAt: row.decidedAt ?? undefined,
  }));
}
