import { asc, eq, sql } from 'drizzle-orm';
import { given, statement } from '../../database/statement.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';
import type { DocumentsOfCase } from '../relations/case-documents.queries.ts';

const findJudgements = statement('warranty.judgementsOfCase', (db) =>
  db
    .select({
      id: warrantyJudgements.id,
      number: warrantyJudgements.number,
      state: sql<
        'covered' | 'notCovered' | 'undecided'
      >`coalesce(${warrantyJudgements.overruledVerdict}, ${warrantyJudgements.verdict})`,
      at: warrantyJudgements.at,
      unitId: warrantyJudgements.unitId,
    })
    .from(warrantyJudgements)
    .where(eq(warrantyJudgements.caseId, given('caseId')))
    .orderBy(asc(warrantyJudgements.at)),
);

/** The judgements of a case, each with the verdict that holds. */
export const judgementsOfCase = {
  of: (tx, caseId) => tx.run(findJudgements, { caseId }),
} satisfies DocumentsOfCase;
