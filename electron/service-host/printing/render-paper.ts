import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { findFontFolder } from './fonts/font-folder.ts';
import type { PaperDefinition } from './layout/paper-definition.ts';
import { PaperRenderError } from './paper-render-error.ts';
import type { PaperWorkerAnswer, PaperWorkerData } from './paper-worker.ts';
import type { RenderedPaper } from './paper-writer.ts';

/** Makes papers one after the other in a thread of its own, so that printing never delays a posting. */
export interface PaperRenderer {
  /** The paper as PDF. Fails with PaperRenderError. */
  renderPaper(definition: PaperDefinition): Promise<Uint8Array>;
  /** The paper as PDF, and the characters no font has. Fails with PaperRenderError. */
  renderPaperWithReport(definition: PaperDefinition): Promise<RenderedPaper>;
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

/** Opens a renderer; its thread starts with the first paper and is started anew after it died. */
export function openPaperRenderer(options: PaperRendererOptions = {}): PaperRenderer {
  return new QueuedPaperRenderer(options);
}

/** Left to itself the thread lets the waste of papers grow by 100 MB; so it tidies up sooner, at no loss of speed. */
const workerLimits = { maxYoungGenerationSizeMb: 8 };

interface Job {
  readonly definition: PaperDefinition;
  readonly resolve: (paper: RenderedPaper) => void;
  readonly reject: (error: PaperRenderError) => void;
}

class QueuedPaperRenderer implements PaperRenderer {
  readonly #options: PaperRendererOptions;
  readonly #timeoutMs: number;
  readonly #waiting: Job[] = [];
  #current: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;
  #worker: Worker | undefined;
  #idleTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: PaperRendererOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 60_000;
  }

  async renderPaper(definition: PaperDefinition): Promise<Uint8Array> {
    return (await this.renderPaperWithReport(definition)).pdf;
  }

  renderPaperWithReport(definition: PaperDefinition): Promise<RenderedPaper> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ definition, resolve, reject });
      if (this.#closed) this.#rejectAll();
      else this.#startNext();
    });
  }

  warmUp(): void {
    if (!this.#closed) this.#worker ??= this.#startWorker();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#rejectAll();
    await worker?.terminate();
  }

  #startNext(): void {
    if (this.#current) return;
    const job = this.#waiting.shift();
    if (!job) return this.#restWhenIdle();
    clearTimeout(this.#idleTimer);
    this.#current = { job, timer: setTimeout(() => this.#giveUp(), this.#timeoutMs) };
    try {
      this.#worker ??= this.#startWorker();
      this.#worker.ref();
      this.#worker.postMessage(job.definition);
    } catch (error) {
      this.#finish(() => job.reject(PaperRenderError.from('refused', error)));
    }
  }

  #finish(settle: (job: Job) => void): void {
    const finished = this.#current;
    this.#current = undefined;
    // An idle worker does not keep the program alive.
    this.#worker?.unref();
    if (finished) {
      clearTimeout(finished.timer);
      settle(finished.job);
    }
    this.#startNext();
  }

  #restWhenIdle(): void {
    const { idleMs } = this.#options;
    if (idleMs === undefined || !this.#worker) return;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      const idle = this.#worker;
      this.#worker = undefined;
      void idle?.terminate();
    }, idleMs).unref();
  }

  #startWorker(): Worker {
    const workerData: PaperWorkerData = { fontFolder: this.#options.fontFolder ?? findFontFolder() };
    const worker = new Worker(this.#options.workerUrl ?? findWorker(), {
      workerData,
      name: 'papers',
      resourceLimits: workerLimits,
    });
    worker.unref();
    worker.on('message', (answer: PaperWorkerAnswer) => {
      if (worker !== this.#worker) return;
      this.#finish((job) =>
        answer.ok
          ? job.resolve(answer.paper)
          : job.reject(new PaperRenderError('refused', answer.message, answer.stack)),
      );
    });
    worker.on('error', (error) => this.#lose(worker, PaperRenderError.from('crashed', error)));
    worker.on('exit', (code) =>
      this.#lose(worker, new PaperRenderError('crashed', `the paper worker ended with ${code}`)),
    );
    return worker;
  }

  #lose(worker: Worker, error: PaperRenderError): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.#finish((job) => job.reject(error));
  }

  #giveUp(): void {
    const stuck = this.#worker;
    this.#worker = undefined;
    void stuck?.terminate();
    this.#finish((job) =>
      job.reject(new PaperRenderError('timedOut', `a paper took longer than ${this.#timeoutMs} ms`)),
    );
  }

  #rejectAll(): void {
    const error = new PaperRenderError('closed', 'the paper renderer is closed');
    for (const job of this.#waiting.splice(0)) job.reject(error);
    this.#finish((job) => job.reject(error));
  }
}

/** Run from sources the worker is TypeScript; built, it lies beside the bundle or above the folder of its chunks. */
function findWorker(): URL {
  const candidates = ['./paper-worker.ts', './paper-worker.js', '../paper-worker.js'].map(
    (path) => new URL(path, import.meta.url),
  );
  const found = candidates.find((url) => existsSync(url));
  if (!found)
    throw new PaperRenderError('crashed', 'the worker that makes papers is missing beside the program');
  return found;
}
