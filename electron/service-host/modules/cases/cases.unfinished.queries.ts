import { and, eq, inArray, ne } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import { clearings, requisitions } from '../../schema/requisitions.tables.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import type { Unfinished } from './cases.rules.ts';

/** What stands against putting a case away: numbers of its documents that are not done with. */
export async function unfinishedOf(tx: ReadTx, caseId: string): Promise<Unfinished> {
  const drawn = await tx.run(openRequisitions, { caseId });
  const used = await tx.run(usedRequisitions, { caseId });
  const reports = await tx.run(unsignedReports, { caseId });
  const due = await tx.run(dueOldParts, { caseId });
  const numbers = (rows: readonly { readonly number: string }[]) => rows.map(({ number }) => number);
  return {
    requisitions: numbers(drawn),
    used: numbers(used),
    reports: numbers(reports),
    oldParts: numbers(due),
  };
}

const openRequisitions = statement('cases.openRequisitions', (db) =>
  db
    .select({ number: requisitions.number })
    .from(requisitions)
    .where(
      and(
        eq(requisitions.caseId, given('caseId')),
        inArray(requisitions.state, ['submitted', 'approved', 'partlyIssued', 'issued']),
      ),
    )
    .limit(1),
);

/** Requisitions whose parts stayed with the customer or were lost: they cannot be made undone. */
const usedRequisitions = statement('cases.usedRequisitions', (db) =>
  db
    .select({ number: requisitions.number })
    .from(requisitions)
    .innerJoin(clearings, eq(clearings.requisitionId, requisitions.id))
    .where(and(eq(requisitions.caseId, given('caseId')), ne(clearings.kind, 'returned')))
    .limit(1),
);

const unsignedReports = statement('cases.unsignedReports', (db) =>
  db
    .select({ number: serviceReports.number })
    .from(serviceReports)
    .where(
      and(eq(serviceReports.caseId, given('caseId')), inArray(serviceReports.state, ['draft', 'finished'])),
    )
    .limit(1),
);

const dueOldParts = statement('cases.dueOldParts', (db) =>
  db
    .select({ number: oldParts.number })
    .from(oldParts)
    .where(and(eq(oldParts.caseId, given('caseId')), eq(oldParts.state, 'due')))
    .limit(1),
);
