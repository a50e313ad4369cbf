import { and, asc, eq } from 'drizzle-orm';
import { given, statement } from '../../database/statement.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import type { DocumentsOfCase } from '../relations/case-documents.queries.ts';

const findOldParts = statement('oldParts.ofCase', (db) =>
  db
    .select({ id: oldParts.id, number: oldParts.number, state: oldParts.state, at: oldParts.createdAt })
    .from(oldParts)
    .where(eq(oldParts.caseId, given('caseId')))
    .orderBy(asc(oldParts.createdAt)),
);

const findDue = statement('oldParts.dueOfCase', (db) =>
  db
    .select({ number: oldParts.number })
    .from(oldParts)
    .where(and(eq(oldParts.caseId, given('caseId')), eq(oldParts.state, 'due')))
    .limit(1),
);

/** The old parts of a case: it is closed when all are back. */
export const oldPartsOfCase = {
  of: (tx, caseId) => tx.run(findOldParts, { caseId }),
  unfinished: async (tx, caseId, end) => {
    const [found] = end === 'closed' ? await tx.run(findDue, { caseId }) : [];
    return found && { number: found.number, why: 'notBack' };
  },
} satisfies DocumentsOfCase;
