import type { PaperKind } from '#shared/nouns/index.ts';
import type { PaperDefinition } from '#host/printing/layout/paper-definition.ts';
import { contactRecordPaper, type ContactRecordPaper } from '#host/printing/documents/contact-record.ts';
import { issueSlipPaper, type IssueSlipPaper } from '#host/printing/documents/issue-slip.ts';
import { oldPartTagPaper, type OldPartTagPaper } from '#host/printing/documents/old-part-tag.ts';
import type { PaperContext } from '#host/printing/documents/paper-context.ts';
import { pickListPaper, type PickListPaper } from '#host/printing/documents/pick-list.ts';
import { receiptPaper, type ReceiptPaper } from '#host/printing/documents/receipt.ts';
import { requisitionPaper, type RequisitionPaper } from '#host/printing/documents/requisition.ts';
import { serviceReportPaper, type ServiceReportPaper } from '#host/printing/documents/service-report.ts';
import {
  loanSlipPaper,
  toolLabelPaper,
  type LoanSlipPaper,
  type ToolLabelPaper,
} from '#host/printing/documents/tool-papers.ts';
import {
  warrantyJudgementPaper,
  type WarrantyJudgementPaper,
} from '#host/printing/documents/warranty-judgement.ts';

/** What each kind of paper is drawn from. */
export interface PaperData {
  readonly 'contact-record': ContactRecordPaper;
  readonly 'warranty-judgement': WarrantyJudgementPaper;
  readonly requisition: RequisitionPaper;
  readonly 'pick-list': PickListPaper;
  readonly 'issue-slip': IssueSlipPaper;
  readonly 'old-part-tag': OldPartTagPaper;
  readonly 'tool-label': ToolLabelPaper;
  readonly 'loan-slip': LoanSlipPaper;
  readonly receipt: ReceiptPaper;
  readonly 'service-report': ServiceReportPaper;
}

/** The drawing of each kind of paper, for made-up facts. */
export const documents: {
  readonly [Kind in PaperKind]: (data: PaperData[Kind], context: PaperContext) => PaperDefinition;
} = {
  'contact-record': contactRecordPaper,
  'warranty-judgement': warrantyJudgementPaper,
  requisition: requisitionPaper,
  'pick-list': pickListPaper,
  'issue-slip': issueSlipPaper,
  'old-part-tag': oldPartTagPaper,
  'tool-label': toolLabelPaper,
  'loan-slip': loanSlipPaper,
  receipt: receiptPaper,
  'service-report': serviceReportPaper,
};
