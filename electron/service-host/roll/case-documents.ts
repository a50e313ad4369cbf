import { contactsOfCase } from '../modules/contacts/contacts.case-documents.queries.ts';
import { oldPartsOfCase } from '../modules/old-parts/old-parts.case-documents.queries.ts';
import { unfinishedAmong, type CaseDocuments } from '../modules/relations/case-documents.queries.ts';
import { reportsOfCase } from '../modules/reports/reports.case-documents.queries.ts';
import {
  issuesOfCase,
  requisitionsOfCase,
} from '../modules/requisitions/requisitions.case-documents.queries.ts';
import { judgementsOfCase } from '../modules/warranty/warranty.case-documents.queries.ts';

/** Every noun with documents of a case. What is unfinished is told in this order, one document at a time. */
export const caseDocuments = {
  contact: contactsOfCase,
  judgement: judgementsOfCase,
  requisition: requisitionsOfCase,
  issue: issuesOfCase,
  report: reportsOfCase,
  oldPart: oldPartsOfCase,
} satisfies CaseDocuments;

/** The document that stands against the end of a case. */
export const unfinishedOf = unfinishedAmong(caseDocuments);
