import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '#shared/domain/assert.ts';
import type { PaperDefinition } from './layout/paper-definition.ts';
import { openPaperWriter, type RenderedPaper } from './paper-writer.ts';

/** What the worker is started with. */
export interface PaperWorkerData {
  readonly fontFolder: string;
}

/** The answer to one definition. */
export type PaperWorkerAnswer =
  | { readonly ok: true; readonly paper: RenderedPaper }
  | { readonly ok: false; readonly message: string; readonly stack: string };

const port = parentPort;
assert(port, 'runs as a worker thread only');
// The thread that starts this worker hands it nothing else.
const writePaper = openPaperWriter((workerData as PaperWorkerData).fontFolder);

port.on('message', (definition: PaperDefinition) => {
  writePaper(definition).then(
    (paper) => answer({ ok: true, paper }, [paper.pdf.buffer]),
    // Parts of pdfmake throw plain strings.
    (error: unknown) =>
      answer({
        ok: false,
        message: error instanceof Error ? error.message : String(error),
        stack: (error instanceof Error && error.stack) || '',
      }),
  );
});

function answer(message: PaperWorkerAnswer, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}
