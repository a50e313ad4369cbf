import { WorkerThread, workerFile } from '../worker-thread.ts';
import { findFontFolder } from './fonts/font-folder.ts';
import type { PaperDefinition } from './layout/paper-definition.ts';
import { PaperRenderError } from './paper-render-error.ts';
import type { PaperWork, PaperWorkerData } from './paper-worker.ts';
import type { RenderedPaper } from './paper-writer.ts';

/** Makes papers one after the other in a thread of its own, so that printing never delays a posting. */
export interface PaperRenderer {
  /** The paper as PDF. Fails with PaperRenderError. */
  renderPaper(definition: PaperDefinition): Promise<Uint8Array>;
  /** The paper as PDF, and the characters no font has. Fails with PaperRenderError. */
  renderPaperWithReport(definition: PaperDefinition): Promise<RenderedPaper>;
  /** The characters of a paper that no font has. Fails with PaperRenderError. */
  missingCharacters(definition: PaperDefinition): Promise<readonly string[]>;
  /** Starts the thread and reads the fonts before the first paper is wanted. */
  warmUp(): void;
  /** Ends the thread; papers not made yet fail as 'closed'. */
  close(): Promise<void>;
}

export interface PaperRendererOptions {
  /** Where the fonts lie; found by itself when not given. */
  readonly fontFolder?: string | undefined;
  /** The worker's file; found beside this one, as source or built, when not given. */
  readonly workerUrl?: URL | undefined;
  /** How long one paper may take. */
  readonly timeoutMs?: number | undefined;
  /** After how long without a paper the thread ends and gives its memory back; kept for ever when not given. */
  readonly idleMs?: number | undefined;
}

/** Left to itself the thread lets the waste of papers grow by 100 MB; so it tidies up sooner, at no loss of speed. */
const limits = { maxYoungGenerationSizeMb: 8 };

/** Opens a renderer; its thread starts with the first paper and is started anew after it died. */
export function openPaperRenderer(options: PaperRendererOptions = {}): PaperRenderer {
  const thread = new WorkerThread<PaperWork, RenderedPaper>({
    name: 'papers',
    file: () => options.workerUrl ?? workerFile('paper-worker', import.meta.url),
    data: (): PaperWorkerData => ({ fontFolder: options.fontFolder ?? findFontFolder() }),
    limits,
    timeoutMs: options.timeoutMs ?? 60_000,
    idleMs: options.idleMs,
    fail: PaperRenderError.from,
  });
  return {
    renderPaper: async (definition) => (await thread.run({ definition, isDrawn: true })).pdf,
    renderPaperWithReport: (definition) => thread.run({ definition, isDrawn: true }),
    missingCharacters: async (definition) =>
      (await thread.run({ definition, isDrawn: false })).missingCharacters,
    warmUp: () => thread.warmUp(),
    close: () => thread.close(),
  };
}
