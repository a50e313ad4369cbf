import type { PaperKind } from '#shared/domain/states.ts';
import type { PaperDefinition } from '../layout/paper-definition.ts';
import { contactRecordPaper, type ContactRecordPaper } from './contact-record.ts';
import { issueSlipPaper, type IssueSlipPaper } from './issue-slip.ts';
import { oldPartTagPaper, type OldPartTagPaper } from './old-part-tag.ts';
import { wordingOf, type PaperContext } from './paper-context.ts';
import { pickListPaper, type PickListPaper } from './pick-list.ts';
import { receiptPaper, type ReceiptPaper } from './receipt.ts';
import { requisitionPaper, type RequisitionPaper } from './requisition.ts';
import { serviceReportPaper, type ServiceReportPaper } from './service-report.ts';
import { warrantyJudgementPaper, type WarrantyJudgementPaper } from './warranty-judgement.ts';

/** What each kind of paper is made from. */
export interface PaperData {
  readonly 'contact-record': ContactRecordPaper;
  readonly 'warranty-judgement': WarrantyJudgementPaper;
  readonly requisition: RequisitionPaper;
  readonly 'pick-list': PickListPaper;
  readonly 'issue-slip': IssueSlipPaper;
  readonly 'old-part-tag': OldPartTagPaper;
  readonly receipt: ReceiptPaper;
  readonly 'service-report': ServiceReportPaper;
}

/** Every paper of the house: its data and the print become a definition. Pure functions. */
export const documents: {
  readonly [Kind in PaperKind]: (data: PaperData[Kind], context: PaperContext) => PaperDefinition;
} = {
  'contact-record': contactRecordPaper,
  'warranty-judgement': warrantyJudgementPaper,
  requisition: requisitionPaper,
  'pick-list': pickListPaper,
  'issue-slip': issueSlipPaper,
  'old-part-tag': oldPartTagPaper,
  receipt: receiptPaper,
  'service-report': serviceReportPaper,
};

/** The names of the copies a paper has as long as the firm has not chosen its own; none for a single copy. */
export function usualCopies(
  kind: PaperKind,
  context: Pick<PaperContext, 'language' | 'wording'>,
): readonly string[] {
  const words = wordingOf(context);
  if (kind === 'service-report')
    return [words.copyReportOffice, words.copyReportFinance, words.copyReportCustomer];
  if (kind === 'requisition') return [words.copyRequisitionOffice, words.copyRequisitionWarehouse];
  if (kind === 'issue-slip') return [words.copyIssueWarehouse, words.copyIssueHolder, words.copyIssueFinance];
  if (kind === 'receipt') return [words.copyReceiptWarehouse, words.copyReceiptDeliverer];
  return [];
}
