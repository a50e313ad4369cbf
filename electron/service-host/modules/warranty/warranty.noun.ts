import { warrantyJudgement } from './warranty.paper.ts';
import { judgementsOfCase } from './warranty.case-documents.queries.ts';

/** The judgement, as the desks know it. */
export const judgementNoun = {
  papers: { 'warranty-judgement': warrantyJudgement },
  caseDocuments: judgementsOfCase,
} as const;
