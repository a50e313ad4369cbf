import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '#shared/domain/assert.ts';
import type { WorkerAnswer } from '../worker-thread.ts';
import type { PaperDefinition } from './layout/paper-definition.ts';
import { openPaperWriter, type RenderedPaper } from './paper-writer.ts';

/** What the worker is started with. */
export interface PaperWorkerData {
  readonly fontFolder: string;
}

/** One job of the worker. */
export interface PaperWork {
  readonly definition: PaperDefinition;
  /** False where only the characters that no font has are asked for. */
  readonly isDrawn: boolean;
}

const port = parentPort;
assert(port, 'runs as a worker thread only');
// The thread that starts this worker hands it nothing else.
const writer = openPaperWriter((workerData as PaperWorkerData).fontFolder);

port.on('message', ({ definition, isDrawn }: PaperWork) => {
  const work = isDrawn ? writer.write(definition) : writer.look(definition);
  work.then(
    (result) => answer({ ok: true, result }, [result.pdf.buffer]),
    (error: unknown) => answer({ ok: false, error }),
  );
});

function answer(message: WorkerAnswer<RenderedPaper>, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}
