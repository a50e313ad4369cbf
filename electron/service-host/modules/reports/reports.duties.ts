import { and, eq, isNotNull } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { NamedSubject, Owed, Subjects, ToldDuty } from '../../desks/duties/duty.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import { reportSupplements, serviceReports } from '../../schema/reports.tables.ts';
import { dueClock } from '../settings/due-clock.queries.ts';

const report = { of: 'report', table: serviceReports, named } as const;

/** A printed report comes back signed within the days of the setting; whose draft it was owes it. */
export const reportNotBack: ToldDuty<'reportNotBack'> = {
  ...report,
  kind: 'reportNotBack',
  team: 'reports.sign',
  owed: printedNotBack,
};

/** A signed report is decided upon within the working hours of the setting. */
export const reportDecision: ToldDuty<'reportDecision'> = {
  ...report,
  kind: 'reportDecision',
  team: 'reports.approve',
  owed: signedReports,
};

/** So is each supplement; several of one report can wait side by side. */
export const supplementDecision: ToldDuty<'supplementDecision'> = {
  ...report,
  kind: 'supplementDecision',
  team: 'reports.approve',
  owed: submittedSupplements,
};

async function printedNotBack(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const { id, firstPrintedAt, createdBy, takenOverBy } = serviceReports;
  const rows = await tx.db
    .select({ id, firstPrintedAt, createdBy, takenOverBy })
    .from(serviceReports)
    .where(and(eq(serviceReports.state, 'finished'), isNotNull(firstPrintedAt), of(id)));
  return rows.map((row) => {
    const dueAt = clock.endOf(dayOf(row.firstPrintedAt ?? tx.now), clock.limits.reportBackDays);
    const ownerId = row.takenOverBy ?? row.createdBy;
    return { subjectId: row.id, round: '', ownerId, dueAt, ...clock.steps(dueAt) };
  });
}

/** The limit runs from the moment at which the desk has the signed paper: who signed it may have done so days before. */
async function signedReports(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const rows = await tx.db
    .select({ id: serviceReports.id, signedAt: serviceReports.signedAt })
    .from(serviceReports)
    .where(and(eq(serviceReports.state, 'signed'), of(serviceReports.id)));
  const dueAt = clock.afterHours(tx.now, clock.limits.decisionHours);
  return rows.map(({ id, signedAt }) => ({
    subjectId: id,
    round: `${signedAt}`,
    ownerId: null,
    dueAt,
    ...clock.steps(dueAt),
  }));
}

async function submittedSupplements(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const { id, reportId, writtenAt } = reportSupplements;
  const rows = await tx.db
    .select({ id, reportId, writtenAt })
    .from(reportSupplements)
    .where(and(eq(reportSupplements.state, 'submitted'), of(reportId)));
  return rows.map((row) => {
    const dueAt = clock.afterHours(row.writtenAt, clock.limits.decisionHours);
    return { subjectId: row.reportId, round: row.id, ownerId: null, dueAt, ...clock.steps(dueAt) };
  });
}

async function named(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, NamedSubject>> {
  const rows = await tx.db
    .select({ id: serviceReports.id, number: serviceReports.number, about: customers.name })
    .from(serviceReports)
    .innerJoin(cases, eq(cases.id, serviceReports.caseId))
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .where(among(serviceReports.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
