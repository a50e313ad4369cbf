import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { given, statement } from '../../database/statement.ts';
import { clearings, issues, requisitions } from '../../schema/requisitions.tables.ts';
import type { DocumentsOfCase } from '../relations/case-documents.queries.ts';

const findRequisitions = statement('requisitions.ofCase', (db) =>
  db
    .select({
      id: requisitions.id,
      number: requisitions.number,
      purpose: requisitions.purpose,
      state: requisitions.state,
      at: requisitions.createdAt,
      unitId: requisitions.unitId,
    })
    .from(requisitions)
    .where(eq(requisitions.caseId, given('caseId')))
    .orderBy(asc(requisitions.createdAt)),
);

const findOpen = statement('requisitions.openOfCase', (db) =>
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
const findUsed = statement('requisitions.usedOfCase', (db) =>
  db
    .select({ number: requisitions.number })
    .from(requisitions)
    .innerJoin(clearings, eq(clearings.requisitionId, requisitions.id))
    .where(and(eq(requisitions.caseId, given('caseId')), ne(clearings.kind, 'returned')))
    .limit(1),
);

const findIssues = statement('requisitions.issuesOfCase', (db) =>
  db
    .select({ id: issues.id, number: issues.number, at: issues.at })
    .from(requisitions)
    .innerJoin(issues, eq(issues.requisitionId, requisitions.id))
    .where(eq(requisitions.caseId, given('caseId')))
    .orderBy(asc(issues.at)),
);

/** The requisitions of a case: it ends when none is open, and is voided only while no part of theirs was used. */
export const requisitionsOfCase = {
  of: (tx, caseId) => tx.run(findRequisitions, { caseId }),
  unfinished: async (tx, caseId, end) => {
    const [open] = await tx.run(findOpen, { caseId });
    const [found] = open || end === 'closed' ? [open] : await tx.run(findUsed, { caseId });
    return found && { number: found.number, why: 'open' };
  },
} satisfies DocumentsOfCase;

/** The issues on the requisitions of a case; they have no state. */
export const issuesOfCase = {
  of: async (tx, caseId) => (await tx.run(findIssues, { caseId })).map((row) => ({ ...row, state: '' })),
} satisfies DocumentsOfCase;
