import { and, eq, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import type { ReadTx } from '../database/database.ts';
import { given, statement } from '../database/statement.ts';
import { openStates } from '#shared/domain/case-moves.ts';
import { cases } from '../schema/cases.tables.ts';
import { contacts } from '../schema/contacts.tables.ts';
import { oldParts } from '../schema/old-parts.tables.ts';
import { requisitions } from '../schema/requisitions.tables.ts';
import { reportSupplements, serviceReports } from '../schema/reports.tables.ts';

/** The numbers beside the places of the program: what waits there, each counted along an index. */
export async function todayCounters(tx: ReadTx) {
  const first = async (rows: Promise<readonly { readonly count: number }[]>) => (await rows)[0]?.count ?? 0;
  const requisitionsToApprove = await first(
    tx.run(countRequisitions, { one: 'submitted', other: 'submitted' }),
  );
  const signedReports = await first(tx.run(countSignedReports));
  const decidedReportsWithSupplements = await first(tx.run(countDecidedWithSupplements));
  return {
    openCases: await first(tx.run(countOpenCases)),
    toApprove: requisitionsToApprove + signedReports + decidedReportsWithSupplements,
    requisitionsToApprove,
    toIssue: await first(tx.run(countRequisitions, { one: 'approved', other: 'partlyIssued' })),
    oldPartsOverdue: await first(tx.run(countOverdue, { today: dayOf(tx.now) })),
    reportsNotBack: await first(tx.run(countNotBack)),
    toBeClarified: await first(tx.run(countHeld)),
  };
}

const total = sql<number>`cast(count(*) as bigint)`;

const countOpenCases = statement('today.openCases', (db) =>
  db
    .select({ count: total })
    .from(cases)
    .where(inArray(cases.state, [...openStates])),
);

const countRequisitions = statement('today.requisitions', (db) =>
  db
    .select({ count: total })
    .from(requisitions)
    .where(inArray(requisitions.state, [given('one'), given('other')])),
);

const countSignedReports = statement('today.signedReports', (db) =>
  db.select({ count: total }).from(serviceReports).where(eq(serviceReports.state, 'signed')),
);

const countDecidedWithSupplements = statement('today.decidedWithSupplements', (db) =>
  db
    .select({ count: sql<number>`cast(count(distinct ${reportSupplements.reportId}) as bigint)` })
    .from(reportSupplements)
    .innerJoin(serviceReports, eq(serviceReports.id, reportSupplements.reportId))
    .where(and(eq(reportSupplements.state, 'submitted'), ne(serviceReports.state, 'signed'))),
);

const countOverdue = statement('today.overdue', (db) =>
  db
    .select({ count: total })
    .from(oldParts)
    .where(and(eq(oldParts.state, 'due'), lt(oldParts.dueDay, given('today')))),
);

const countNotBack = statement('today.notBack', (db) =>
  db
    .select({ count: total })
    .from(serviceReports)
    .where(and(eq(serviceReports.state, 'finished'), isNotNull(serviceReports.firstPrintedAt))),
);

const countHeld = statement('today.held', (db) =>
  db.select({ count: total }).from(contacts).where(eq(contacts.state, 'toBeClarified')),
);
