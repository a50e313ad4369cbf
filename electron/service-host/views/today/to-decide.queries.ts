import { and, eq, ne, sql } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { reportSupplements, serviceReports } from '../../schema/reports.tables.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';

/** How many requisitions and reports wait for a decision of anybody; a report counts once, whatever of it waits. */
export async function countToDecide(tx: ReadTx): Promise<{ requisitions: number; reports: number }> {
  const [submitted] = await tx.run(countRequisitions);
  const [signed] = await tx.run(countSignedReports);
  const [supplemented] = await tx.run(countSupplementedReports);
  return {
    requisitions: submitted?.count ?? 0,
    reports: (signed?.count ?? 0) + (supplemented?.count ?? 0),
  };
}

const total = sql<number>`cast(count(*) as bigint)`;
const isSigned = eq(serviceReports.state, 'signed');
/** A supplement of a report that was decided upon already; one that waits itself stands here anyway. */
const isSupplemented = and(eq(reportSupplements.state, 'submitted'), ne(serviceReports.state, 'signed'));

const countRequisitions = statement('today.toDecide.requisitions.count', (db) =>
  db.select({ count: total }).from(requisitions).where(eq(requisitions.state, 'submitted')),
);

const countSignedReports = statement('today.toDecide.reports.count', (db) =>
  db.select({ count: total }).from(serviceReports).where(isSigned),
);

const countSupplementedReports = statement('today.toDecide.supplements.count', (db) =>
  db
    .select({ count: sql<number>`cast(count(distinct ${reportSupplements.reportId}) as bigint)` })
    .from(reportSupplements)
    .innerJoin(serviceReports, eq(serviceReports.id, reportSupplements.reportId))
    .where(isSupplemented),
);
