import { asc, eq, sql } from 'drizzle-orm';
import type { ReadTx } from '../database/database.ts';
import { given, statement } from '../database/statement.ts';
import { contacts } from '../schema/contacts.tables.ts';
import { oldParts } from '../schema/old-parts.tables.ts';
import { issues, requisitions } from '../schema/requisitions.tables.ts';
import { serviceReports } from '../schema/reports.tables.ts';
import { warrantyJudgements } from '../schema/warranty.tables.ts';
import type { StepFacts } from '../modules/cases/cases.steps.rules.ts';

/** A document of a case, as its list on the page shows it. */
export interface CaseDocument {
  readonly kind: 'contact' | 'judgement' | 'requisition' | 'issue' | 'report' | 'oldPart';
  readonly id: string;
  readonly number: string;
  /** The document's own state; the verdict of a judgement, empty for an issue. */
  readonly state: string;
  readonly at: number;
}

/** Every document of a case, in the order of time, and what they tell of its steps. */
export async function documentsOf(tx: ReadTx, caseId: string) {
  const heard = await tx.run(findContacts, { caseId });
  const judgements = await tx.run(findJudgements, { caseId });
  const drawn = await tx.run(findRequisitions, { caseId });
  const handedOut = await tx.run(findIssues, { caseId });
  const reports = await tx.run(findReports, { caseId });
  const back = await tx.run(findOldParts, { caseId });
  const documents: CaseDocument[] = [
    ...heard.map((row) => ({ kind: 'contact' as const, ...row })),
    ...judgements.map(({ verdict, ...row }) => ({ kind: 'judgement' as const, ...row, state: verdict })),
    ...drawn.map(({ purpose: _, ...row }) => ({ kind: 'requisition' as const, ...row })),
    ...handedOut.map((row) => ({ kind: 'issue' as const, ...row, state: '' })),
    ...reports.map(({ id, number, state, at }) => ({ kind: 'report' as const, id, number, state, at })),
    ...back.map((row) => ({ kind: 'oldPart' as const, ...row })),
  ].toSorted((one, other) => one.at - other.at);
  const facts: Pick<StepFacts, 'judgements' | 'requisitions' | 'reports' | 'oldParts'> = {
    judgements,
    requisitions: drawn,
    reports,
    oldParts: back,
  };
  return { documents, facts };
}

const findContacts = statement('cases.contacts', (db) =>
  db
    .select({ id: contacts.id, number: contacts.number, state: contacts.state, at: contacts.at })
    .from(contacts)
    .where(eq(contacts.caseId, given('caseId')))
    .orderBy(asc(contacts.at)),
);

const findJudgements = statement('cases.judgements', (db) =>
  db
    .select({
      id: warrantyJudgements.id,
      number: warrantyJudgements.number,
      verdict: sql<
        'covered' | 'notCovered' | 'undecided'
      >`coalesce(${warrantyJudgements.overruledVerdict}, ${warrantyJudgements.verdict})`,
      at: warrantyJudgements.at,
    })
    .from(warrantyJudgements)
    .where(eq(warrantyJudgements.caseId, given('caseId')))
    .orderBy(asc(warrantyJudgements.at)),
);

const findRequisitions = statement('cases.requisitions', (db) =>
  db
    .select({
      id: requisitions.id,
      number: requisitions.number,
      purpose: requisitions.purpose,
      state: requisitions.state,
      at: requisitions.createdAt,
    })
    .from(requisitions)
    .where(eq(requisitions.caseId, given('caseId')))
    .orderBy(asc(requisitions.createdAt)),
);

const findIssues = statement('cases.issues', (db) =>
  db
    .select({ id: issues.id, number: issues.number, at: issues.at })
    .from(requisitions)
    .innerJoin(issues, eq(issues.requisitionId, requisitions.id))
    .where(eq(requisitions.caseId, given('caseId')))
    .orderBy(asc(issues.at)),
);

const findReports = statement('cases.reports', (db) =>
  db
    .select({
      id: serviceReports.id,
      number: serviceReports.number,
      state: serviceReports.state,
      at: serviceReports.createdAt,
      arrivedAt: serviceReports.arrivedAt,
      finishedAt: serviceReports.finishedAt,
    })
    .from(serviceReports)
    .where(eq(serviceReports.caseId, given('caseId')))
    .orderBy(asc(serviceReports.createdAt)),
);

const findOldParts = statement('cases.oldParts', (db) =>
  db
    .select({ id: oldParts.id, number: oldParts.number, state: oldParts.state, at: oldParts.createdAt })
    .from(oldParts)
    .where(eq(oldParts.caseId, given('caseId')))
    .orderBy(asc(oldParts.createdAt)),
);
