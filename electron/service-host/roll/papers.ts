import type { Papers } from '../desks/papers/paper.ts';
import { contactRecord } from '../modules/contacts/contacts.paper.ts';
import { oldPartTag } from '../modules/old-parts/old-parts.paper.ts';
import { serviceReport } from '../modules/reports/reports.paper.ts';
import { issueSlip } from '../modules/requisitions/issue-slip.paper.ts';
import { pickList } from '../modules/requisitions/pick-list.paper.ts';
import { requisition } from '../modules/requisitions/requisitions.paper.ts';
import { receipt } from '../modules/stock/receipts.paper.ts';
import { warrantyJudgement } from '../modules/warranty/warranty.paper.ts';

/** Every paper of the house. A kind without its paper does not compile. */
export const papers = {
  'contact-record': contactRecord,
  'warranty-judgement': warrantyJudgement,
  requisition,
  'pick-list': pickList,
  'issue-slip': issueSlip,
  'old-part-tag': oldPartTag,
  receipt,
  'service-report': serviceReport,
} satisfies Papers;
