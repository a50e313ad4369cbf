import { and, asc, eq, gt, inArray, or } from 'drizzle-orm';
import { missingOf } from '#shared/domain/report-missing.ts';
import type { ReportState } from '#shared/nouns/report.card.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { casesNamed, customerOfCase } from '../cases/cases.named.queries.ts';
import { customersNamed } from '../customers/customers.named.queries.ts';
import { personNames } from '../people/people.queries.ts';
import { mayWriteDraft } from '../settings/own-drafts.queries.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { concernedBy, decisionRefusal } from './report-concerned.queries.ts';
import { reportsListing } from './report-lines.queries.ts';
import { linesWithTags, reportContent } from './report-content.queries.ts';
import type { ReportContent } from '#shared/domain/report-content.ts';
import { paperHashNow, signatureOf } from './paper-hashes.rules.ts';
import { checkCodeOf } from './reports.rules.ts';
import { reportSupplements, serviceReports } from '../../schema/reports.tables.ts';
import { approvedSupplements } from './supplements.queries.ts';

interface ReportFilter {
  readonly text?: string | undefined;
  readonly states?: readonly ReportState[] | undefined;
  readonly caseId?: string | undefined;
  readonly requisitionId?: string | undefined;
  readonly printedNotBack?: boolean | undefined;
  readonly toDecide?: boolean | undefined;
}

/** A page of the service reports. */
export async function listReports(
  tx: ReadTx,
  input: PageInput<'createdAt'> & { readonly filter: ReportFilter },
) {
  const { text, states, caseId, requisitionId, printedNotBack, toDecide } = input.filter;
  const found = await foundBy(tx, 'report', serviceReports.id, text);
  return readPage(tx, input, {
    from: serviceReports,
    id: serviceReports.id,
    sorts: { createdAt: serviceReports.createdAt },
    found,
    where: [
      states === undefined ? undefined : inArray(serviceReports.state, [...states]),
      caseId === undefined ? undefined : eq(serviceReports.caseId, caseId),
      requisitionId === undefined
        ? undefined
        : among(serviceReports.id, await reportsListing(tx, requisitionId)),
      // A finished report that was printed is with the customer; signed, it has another state.
      printedNotBack
        ? and(eq(serviceReports.state, 'finished'), gt(serviceReports.printCount, 0))
        : undefined,
      toDecide
        ? or(
            eq(serviceReports.state, 'signed'),
            among(serviceReports.id, [...(await submittedSupplements(tx)).keys()]),
          )
        : undefined,
    ],
    rows: (ids) => reportRows(tx, ids),
    idOf: (row) => row.id,
  });
}

/** Reports with these ids, as every list shows them. */
export async function reportRows(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db.select().from(serviceReports).where(among(serviceReports.id, ids));
  const caseIds = rows.map((row) => row.caseId);
  const found = await casesNamed(tx, caseIds);
  const customer = await customersNamed(
    tx,
    caseIds.map((id) => found(id).customerId),
  );
  const unit = await unitsNamed(
    tx,
    rows.map((row) => row.unitId),
  );
  const names = await personNames(tx);
  const supplements = await submittedSupplements(tx, ids);
  return rows.map((report) => {
    const { id, number, state, caseId, finishedAt, printCount, firstPrintedAt, signedAt } = report;
    const { createdAt, version, technicianIds, sealedContent: sealed } = report;
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
      caseNumber: found(caseId).number,
      customerName: sealed?.customerName ?? customer(found(caseId).customerId).name,
      unitPlate: sealed?.plate ?? unit(report.unitId).plate,
      technicians: (sealed?.technicians ?? technicianIds.map((person) => names.get(person) ?? '')).join('、'),
      supplementsToDecide: supplements.get(id) ?? 0,
    };
  });
}

/** Everything about one report; from the finish on, the names in it are those that stand on its paper. */
export async function reportDetail(tx: ReadTx, input: { readonly id: string }) {
  const [report] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, input.id));
  if (!report) return refuse('NOT_FOUND', { kind: 'report' });
  const customerId = await customerOfCase(tx, report.caseId);
  const content = report.sealedContent ?? (await reportContent(tx, report.id));
  const names = await personNames(tx);
  const lines = await detailLines(tx, report.id, report.sealedContent);
  const concerned = concernedBy(report);
  const mayNotBecause = (await decisionRefusal(tx, concerned)) ?? null;
  const { printedHash, sealedContent: _, takenOverBy, createdBy, decidedBy, voidReason, ...fields } = report;
  return {
    ...fields,
    technicianIds: [...report.technicianIds],
    caseNumber: content.caseNumber,
    customerId,
    customerName: content.customerName,
    contactName: content.contactName,
    telephone: content.telephone,
    unitName: [content.plate, content.model, content.serialNumber].filter((text) => text !== '').join(' '),
    judgement: content.judgement,
    lines,
    technicianNames: [...content.technicians],
    checkCode: checkCodeOf(
      paperHashNow({
        contentHash: report.contentHash,
        signature: report.contentHash === '' ? null : signatureOf(report),
        approved: await approvedSupplements(tx, report.id),
      }),
    ),
    printedAsHeld: report.contentHash !== '' && printedHash === report.contentHash,
    voidReason: voidReason ?? '',
    createdByName: names.get(createdBy ?? '') ?? '',
    ownerName: names.get(takenOverBy ?? createdBy ?? '') ?? '',
    mayWrite: await mayWriteDraft(tx, { ...report, writtenFor: report.technicianIds }),
    decidedByName: names.get(decidedBy ?? '') ?? '',
    missing: report.state === 'draft' ? missingOf({ ...report, lines }, tx.now) : [],
    mayDecide: mayNotBecause === null,
    mayNotBecause,
    supplements: await supplementRows(tx, report.id, concerned, names),
  };
}

async function supplementRows(
  tx: ReadTx,
  reportId: string,
  concerned: readonly (string | null)[],
  names: ReadonlyMap<string, string>,
) {
  const rows = await tx.db
    .select()
    .from(reportSupplements)
    .where(eq(reportSupplements.reportId, reportId))
    .orderBy(asc(reportSupplements.ordinal));
  const shown = [];
  for (const { reportId: _, decidedBy, ...row } of rows) {
    shown.push({
      ...row,
      writtenByName: names.get(row.writtenBy ?? '') ?? '',
      decidedByName: names.get(decidedBy ?? '') ?? '',
      mayDecide: (await decisionRefusal(tx, [row.writtenBy, ...concerned])) === undefined,
    });
  }
  return shown;
}

async function detailLines(tx: ReadTx, reportId: string, sealed: ReportContent | null) {
  const lines = await linesWithTags(tx, reportId);
  return lines.map(({ line: { reportId: _, position: __, ...line }, ...shown }, index) => ({
    ...line,
    ...shown,
    // A line of a report does not change after the seal, and both keep their order.
    ...sealed?.lines[index],
  }));
}

/** How many supplements of each report wait for a decision; of these reports, or of all. */
async function submittedSupplements(
  tx: ReadTx,
  reportIds?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ reportId: reportSupplements.reportId })
    .from(reportSupplements)
    .where(
      and(
        eq(reportSupplements.state, 'submitted'),
        reportIds === undefined ? undefined : among(reportSupplements.reportId, reportIds),
      ),
    );
  const counts = new Map<string, number>();
  for (const { reportId } of rows) counts.set(reportId, (counts.get(reportId) ?? 0) + 1);
  return counts;
}
