import { assertNever } from '#shared/domain/assert.ts';
import type { Language } from '#shared/domain/actor.ts';
import type { PaperKind } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import type { PaperData } from '../../printing/documents/index.ts';
import { contactPaperData, judgementPaperData } from './case-papers.queries.ts';
import { receiptPaperData, requisitionPaperData } from './parts-papers.queries.ts';
import { reportPaperData } from './report-paper.queries.ts';
import { issueSlipData, pickListData, tagData } from './warehouse-papers.queries.ts';

/** What a paper is filled with, and what its foot says of the content. */
export interface FilledPaper<Kind extends PaperKind = PaperKind> {
  readonly kind: Kind;
  readonly data: PaperData[Kind];
  readonly number: string;
  readonly checkCode?: string;
  readonly qrText?: string;
  /** The state of the document in the language of the paper, where it has states: a reprint names it. */
  readonly stateName?: string;
  /** Hash of the content, where the document is sealed; empty elsewhere. */
  readonly contentHash: string;
}

/** Fills a paper from the books. Refuses NOT_FOUND, and REPORT_INCOMPLETE for a report that may not be printed yet. */
export async function fillPaper(
  tx: ReadTx,
  kind: PaperKind,
  documentId: string,
  language: Language,
): Promise<FilledPaper> {
  switch (kind) {
    case 'contact-record':
      return contactPaperData(tx, documentId, language);
    case 'warranty-judgement':
      return judgementPaperData(tx, documentId, language);
    case 'requisition':
      return requisitionPaperData(tx, documentId, language);
    case 'pick-list':
      return pickListData(tx, documentId);
    case 'issue-slip':
      return issueSlipData(tx, documentId);
    case 'old-part-tag':
      return tagData(tx, documentId);
    case 'receipt':
      return receiptPaperData(tx, documentId, language);
    case 'service-report':
      return reportPaperData(tx, documentId, language);
    default:
      return assertNever(kind);
  }
}
