import type { Kind } from '#shared/nouns/index.ts';
import type { Noun } from '../desks/noun.ts';
import { caseNoun } from '../modules/cases/cases.noun.ts';
import { contactNoun } from '../modules/contacts/contacts.noun.ts';
import { customerNoun } from '../modules/customers/customers.noun.ts';
import { oldPartNoun } from '../modules/old-parts/old-parts.noun.ts';
import { partNoun } from '../modules/parts/parts.noun.ts';
import { reportNoun } from '../modules/reports/reports.noun.ts';
import { issueNoun, requisitionNoun } from '../modules/requisitions/requisitions.noun.ts';
import { receiptNoun } from '../modules/stock/receipts.noun.ts';
import { toolNoun } from '../modules/tools/tools.noun.ts';
import { unitNoun } from '../modules/units/units.noun.ts';
import type { DocumentsOfCase } from '../modules/relations/case-documents.queries.ts';
import { judgementNoun } from '../modules/warranty/warranty.noun.ts';

/** The page of a noun: its parts for the desks, and its documents of a case where it belongs to one. */
type Page<Name extends Kind> = Noun<Name> & { readonly caseDocuments?: DocumentsOfCase };

/** Every noun with the page that it brings to the desks. A kind without what its card asks for does not compile. */
export const nouns = {
  customer: customerNoun,
  unit: unitNoun,
  case: caseNoun,
  contact: contactNoun,
  requisition: requisitionNoun,
  report: reportNoun,
  receipt: receiptNoun,
  part: partNoun,
  oldPart: oldPartNoun,
  tool: toolNoun,
  judgement: judgementNoun,
  issue: issueNoun,
  clearing: {},
  reversal: {},
  person: {},
  role: {},
  warrantyPolicy: {},
  setting: {},
} as const satisfies { readonly [Name in Kind]: Page<Name> };
