import { asc, eq } from 'drizzle-orm';
import type { DecisionWarning } from '#shared/domain/decision-kinds.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Waiting, WaitingTold } from '../../desks/decisions/decision.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import { reportSupplements, serviceReports } from '../../schema/reports.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { concernedBy } from './report-concerned.queries.ts';

/** Signed reports, the oldest first. Asked by whoever wrote it, since the customer signed. */
export async function waitingReports(tx: ReadTx, limit: number): Promise<readonly Waiting[]> {
  const rows = await tx.db
    .select()
    .from(serviceReports)
    .where(eq(serviceReports.state, 'signed'))
    .orderBy(asc(serviceReports.createdAt), asc(serviceReports.id))
    .limit(limit);
  return rows.map((report) => {
    const { id, version, number, feeFen, takenOverBy, createdBy, signedAt, createdAt } = report;
    return {
      id,
      version,
      recordId: id,
      number,
      amountFen: feeFen === 0 ? null : feeFen,
      askedBy: takenOverBy ?? createdBy,
      askedAt: signedAt ?? createdAt,
      concerned: concernedBy(report),
    };
  });
}

/** Submitted supplements, the oldest first, under the numbers of their reports. */
export async function waitingSupplements(tx: ReadTx, limit: number): Promise<readonly Waiting[]> {
  const rows = await tx.db
    .select({ supplement: reportSupplements, report: serviceReports })
    .from(reportSupplements)
    .innerJoin(serviceReports, eq(serviceReports.id, reportSupplements.reportId))
    .where(eq(reportSupplements.state, 'submitted'))
    .orderBy(asc(reportSupplements.writtenAt), asc(reportSupplements.id))
    .limit(limit);
  return rows.map(({ supplement: { id, version, ordinal, writtenBy, writtenAt }, report }) => ({
    id,
    version,
    recordId: report.id,
    number: `${report.number}-${ordinal}`,
    amountFen: null,
    askedBy: writtenBy,
    askedAt: writtenAt,
    concerned: [writtenBy, ...concernedBy(report)],
  }));
}

/** Everybody whom a report concerns. Refuses NOT_FOUND. */
export async function concernedOfReport(tx: ReadTx, id: string) {
  const [found] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, id));
  return found ? concernedBy(found) : refuse('NOT_FOUND', { kind: 'report' });
}

/** Everybody whom a supplement concerns. Refuses NOT_FOUND. */
export async function concernedOfSupplement(tx: ReadTx, id: string) {
  const [found] = await tx.db.select().from(reportSupplements).where(eq(reportSupplements.id, id));
  if (!found) return refuse('NOT_FOUND', { kind: 'supplement' });
  return [found.writtenBy, ...(await concernedOfReport(tx, found.reportId))];
}

/** The versions that these reports have now. */
export async function reportVersions(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ id: serviceReports.id, version: serviceReports.version })
    .from(serviceReports)
    .where(among(serviceReports.id, ids));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** The versions that these supplements have now. */
export async function supplementVersions(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ id: reportSupplements.id, version: reportSupplements.version })
    .from(reportSupplements)
    .where(among(reportSupplements.id, ids));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** What a row says of each of these reports: unit, customer and what was done. */
export async function tellReports(
  tx: ReadTx,
  waiting: readonly Waiting[],
): Promise<ReadonlyMap<string, WaitingTold>> {
  const rows = await tx.db
    .select({
      id: serviceReports.id,
      work: serviceReports.work,
      satisfaction: serviceReports.satisfaction,
      customerName: customers.name,
      plate: units.plate,
    })
    .from(serviceReports)
    .innerJoin(cases, eq(cases.id, serviceReports.caseId))
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, serviceReports.unitId))
    .where(
      among(
        serviceReports.id,
        waiting.map(({ id }) => id),
      ),
    );
  return new Map(
    rows.map(({ id, work, satisfaction, customerName, plate }) => {
      const warnings: readonly DecisionWarning[] = satisfaction === 'unsatisfied' ? ['dissatisfied'] : [];
      return [id, { summary: [plate, customerName, work].filter(Boolean).join(' · '), warnings }];
    }),
  );
}

/** What a row says of each of these supplements: its words. */
export async function tellSupplements(
  tx: ReadTx,
  waiting: readonly Waiting[],
): Promise<ReadonlyMap<string, WaitingTold>> {
  const rows = await tx.db
    .select({ id: reportSupplements.id, text: reportSupplements.text })
    .from(reportSupplements)
    .where(
      among(
        reportSupplements.id,
        waiting.map(({ id }) => id),
      ),
    );
  return new Map(rows.map(({ id, text }) => [id, { summary: text, warnings: [] }]));
}
