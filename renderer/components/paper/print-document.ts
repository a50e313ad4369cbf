import type { PrintPdfResult } from '#shared/desktop/desktop-bridge.ts';
import type { Language } from '#shared/domain/actor.ts';
import type { PaperKind } from '#shared/nouns/index.ts';
import { OperationId } from '../../service/operation-id.ts';
import { performAct } from '../../service/perform-act.ts';
import type { Service } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { printFile } from './print-file.ts';

/** What became of a print. */
export type PrintOutcome = PrintPdfResult | { readonly kind: 'refused'; readonly trouble: Trouble };

/** The paper of a document, and who asks for it. */
export interface DocumentToPrint {
  readonly kind: PaperKind;
  readonly documentId: string;
  readonly language: Language;
}

/** A print that was asked for and that no printer has taken yet. */
interface WaitingPrint {
  readonly operation: OperationId;
  /** Counted by the host: what is printed next of this document is this paper, and no further count. */
  printId: string | null;
  underWay: Promise<PrintOutcome> | null;
}

/** They outlive the preview, which may be closed at any moment: a count always stands for one paper. */
const waiting = new Map<string, WaitingPrint>();

/** Counts the print of a document, and hands its paper to the printer. Asked again before that is done, it is the same print. */
export function printDocument(
  service: Service,
  personId: string,
  document: DocumentToPrint,
  printerName: string | undefined,
): Promise<PrintOutcome> {
  const key = [personId, document.kind, document.documentId, document.language].join('/');
  const print = waiting.get(key) ?? { operation: new OperationId(), printId: null, underWay: null };
  waiting.set(key, print);
  print.underWay ??= handOver(service, print, document, printerName)
    .then((outcome) => {
      if (outcome.kind === 'queued') waiting.delete(key);
      return outcome;
    })
    .finally(() => {
      print.underWay = null;
    });
  return print.underWay;
}

async function handOver(
  service: Service,
  print: WaitingPrint,
  document: DocumentToPrint,
  printerName: string | undefined,
): Promise<PrintOutcome> {
  if (print.printId === null) {
    const counted = await performAct(print.operation, (operationId) =>
      service.papers.print.call({ ...document, operationId }),
    );
    if (counted.kind === 'failed') return { kind: 'refused', trouble: counted.trouble };
    print.printId = counted.output.printId;
  }
  const paper = await service.papers.printed.call({ printId: print.printId });
  return printFile(paper, printerName);
}
