import { and, asc, eq, inArray, isNull, gt } from 'drizzle-orm';
import type { ReportState } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { cases } from '../cases/cases.tables.ts';
import { customers } from '../customers/customers.tables.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { parts } from '../parts/parts.tables.ts';
import { personNames } from '../people/people.queries.ts';
import { issueLines, issues, requisitionLines, requisitions } from '../requisitions/requisitions.tables.ts';
import { searchIds } from '../search/search.queries.ts';
import { units } from '../units/units.tables.ts';
import { openForReports } from './report-lines.service.ts';
import { reportContent } from './report-content.queries.ts';
import { checkCodeOf, contentHashOf, missingOf, readReportQr } from './service-reports.rules.ts';
import { reportSupplements, serviceReportLines, serviceReports } from './service-reports.tables.ts';

interface ReportFilter {
  readonly text?: string | undefined;
  readonly states?: readonly ReportState[] | undefined;
  readonly caseId?: string | undefined;
  readonly printedNotBack?: boolean | undefined;
}

/** A page of the service reports. */
export async function listReports(
  tx: ReadTx,
  input: PageInput<'createdAt'> & { readonly filter: ReportFilter },
) {
  const { text, states, caseId, printedNotBack } = input.filter;
  return readPage(tx, input, {
    from: serviceReports,
    id: serviceReports.id,
    sorts: { createdAt: serviceReports.createdAt },
    where: [
      states === undefined ? undefined : inArray(serviceReports.state, [...states]),
      caseId === undefined ? undefined : eq(serviceReports.caseId, caseId),
      printedNotBack
        ? and(
            eq(serviceReports.state, 'finished'),
            gt(serviceReports.printCount, 0),
            isNull(serviceReports.signedAt),
          )
        : undefined,
      text === undefined || text === ''
        ? undefined
        : among(serviceReports.id, await searchIds(tx, 'report', text)),
    ],
    rows: (ids) => reportRows(tx, ids),
    idOf: (row) => row.id,
  });
}

/** Reports with these ids, as every list shows them. */
export async function reportRows(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db
    .select({
      report: serviceReports,
      caseNumber: cases.number,
      customerName: customers.name,
      unitPlate: units.plate,
    })
    .from(serviceReports)
    .innerJoin(cases, eq(cases.id, serviceReports.caseId))
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, serviceReports.unitId))
    .where(among(serviceReports.id, ids));
  const names = await personNames(tx);
  return rows.map(({ report, unitPlate, ...joined }) => {
    const {
      id,
      number,
      state,
      caseId,
      finishedAt,
      printCount,
      firstPrintedAt,
      signedAt,
      createdAt,
      version,
    } = report;
    const technicians = report.technicianIds.map((person) => names.get(person) ?? '').join('、');
    return {
      id,
      number,
      state,
      caseId,
      finishedAt,
      printCount,
      firstPrintedAt,
      signedAt,
      createdAt,
      version,
      ...joined,
      unitPlate: unitPlate ?? '',
      technicians,
    };
  });
}

/** Everything about one report. */
export async function reportDetail(tx: ReadTx, input: { readonly id: string }) {
  const [report] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, input.id));
  if (!report) return refuse('NOT_FOUND', { kind: 'report' });
  const content = await reportContent(tx, report.id);
  const names = await personNames(tx);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  const lines = await detailLines(tx, report.id);
  const { printedHash: _, createdBy, decidedBy, ...fields } = report;
  return {
    ...fields,
    technicianIds: [...report.technicianIds],
    caseNumber: content.caseNumber,
    customerName: content.customerName,
    contactName: content.contactName,
    telephone: content.telephone,
    unitName: [content.plate, content.model, content.serialNumber].filter((text) => text !== '').join(' '),
    lines,
    technicianNames: report.technicianIds.map((id) => nameOf(id)),
    checkCode: checkCodeOf(report.contentHash),
    createdByName: nameOf(createdBy),
    decidedByName: nameOf(decidedBy),
    missing: [...missingOf({ ...report, lineCount: lines.length })],
    supplements: await supplementRows(tx, report.id, names),
  };
}

/** The supplements of a report, in their order. */
export async function supplementRows(tx: ReadTx, reportId: string, names: ReadonlyMap<string, string>) {
  const rows = await tx.db
    .select()
    .from(reportSupplements)
    .where(eq(reportSupplements.reportId, reportId))
    .orderBy(asc(reportSupplements.ordinal));
  return rows.map(({ reportId: _, decidedBy, ...row }) => ({
    ...row,
    writtenByName: names.get(row.writtenBy ?? '') ?? '',
    decidedByName: names.get(decidedBy ?? '') ?? '',
  }));
}

/** What was issued on a case and no report lists yet. */
export async function listReplaceable(tx: ReadTx, input: { readonly caseId: string }) {
  const rows = await tx.db
    .select({
      issueLineId: issueLines.id,
      partId: issueLines.partId,
      quantity: issueLines.quantity,
      fault: requisitionLines.fault,
      partNumber: parts.number,
      partName: parts.name,
      unitOfMeasure: parts.unitOfMeasure,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .where(eq(requisitions.caseId, input.caseId))
    .orderBy(asc(issues.at), asc(issueLines.id));
  const tags = await tagsOfIssueLines(
    tx,
    rows.map((row) => row.issueLineId),
  );
  const open = [];
  for (const { quantity, ...row } of rows) {
    const openQuantity = await openForReports(tx, row.issueLineId, quantity);
    const oldPartNumber = (tags.get(row.issueLineId) ?? []).map((tag) => tag.number).join(' ');
    if (openQuantity > 0) open.push({ ...row, openQuantity, oldPartNumber });
  }
  return open;
}

/** Whether a paper says what the program holds: its number is known, and its hash is that of the content as it stands. */
export async function verifyPaper(tx: ReadTx, input: { readonly qrText: string }) {
  const read = readReportQr(input.qrText);
  const [report] =
    read === undefined
      ? []
      : await tx.db.select().from(serviceReports).where(eq(serviceReports.number, read.number));
  if (!read || !report) return { reportId: null, number: read?.number ?? '', genuine: false, current: false };
  const current =
    report.contentHash !== '' && contentHashOf(await reportContent(tx, report.id)) === report.contentHash;
  return {
    reportId: report.id,
    number: report.number,
    genuine: report.contentHash.startsWith(read.hash),
    current,
  };
}

async function detailLines(tx: ReadTx, reportId: string) {
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
  return rows.map(({ line: { reportId: _, position: __, ...line }, ...part }) => ({
    ...line,
    ...part,
    oldPartNumber: (tags.get(line.issueLineId ?? '') ?? []).map((tag) => tag.number).join(' '),
  }));
}
