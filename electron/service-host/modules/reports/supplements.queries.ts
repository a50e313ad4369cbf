import { and, asc, eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { reportSupplements } from '../../schema/reports.tables.ts';

/** The supplements of a report that were approved and are printed with it, in the order of their numbers. */
export async function approvedSupplements(tx: ReadTx, reportId: string) {
  return tx.db
    .select()
    .from(reportSupplements)
    .where(and(eq(reportSupplements.reportId, reportId), eq(reportSupplements.state, 'approved')))
    .orderBy(asc(reportSupplements.ordinal));
}
