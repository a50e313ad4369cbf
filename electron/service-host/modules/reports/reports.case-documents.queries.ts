import { and, asc, eq, inArray } from 'drizzle-orm';
import { given, statement } from '../../database/statement.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import type { DocumentsOfCase } from '../relations/case-documents.queries.ts';

const findReports = statement('reports.ofCase', (db) =>
  db
    .select({
      id: serviceReports.id,
      number: serviceReports.number,
      state: serviceReports.state,
      at: serviceReports.createdAt,
      unitId: serviceReports.unitId,
      arrivedAt: serviceReports.arrivedAt,
      finishedAt: serviceReports.finishedAt,
    })
    .from(serviceReports)
    .where(eq(serviceReports.caseId, given('caseId')))
    .orderBy(asc(serviceReports.createdAt)),
);

const findUnsigned = statement('reports.unsignedOfCase', (db) =>
  db
    .select({ number: serviceReports.number })
    .from(serviceReports)
    .where(
      and(eq(serviceReports.caseId, given('caseId')), inArray(serviceReports.state, ['draft', 'finished'])),
    )
    .limit(1),
);

/** The service reports of a case: it is closed when all are signed. */
export const reportsOfCase = {
  of: (tx, caseId) => tx.run(findReports, { caseId }),
  unfinished: async (tx, caseId, end) => {
    const [found] = end === 'closed' ? await tx.run(findUnsigned, { caseId }) : [];
    return found && { number: found.number, why: 'open' };
  },
} satisfies DocumentsOfCase;
