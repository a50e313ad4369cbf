import { existsSync } from 'node:fs';
import { Worker, type ResourceLimits } from 'node:worker_threads';

/** Why a job was not done: the worker refused it, died, took too long, ran out of memory, or the program ends. */
export type WorkerFailure = 'refused' | 'crashed' | 'timedOut' | 'tooLarge' | 'closed';

/** What a worker posts for each job it was given. */
export type WorkerAnswer<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly error: unknown };

export interface WorkerThreadOptions {
  /** What the thread is called where threads are listed. */
  readonly name: string;
  readonly file: () => URL;
  readonly data: () => unknown;
  readonly limits: ResourceLimits;
  /** How long one job may take. */
  readonly timeoutMs: number;
  /** After how long without a job the thread ends and gives its memory back; kept for ever when not given. */
  readonly idleMs?: number | undefined;
  /** Makes of a failure what the job is rejected with; `cause` is what the worker said. */
  readonly fail: (failure: WorkerFailure, cause: unknown) => Error;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that does one job after the other; it starts with the first and is started anew after it died. */
export class WorkerThread<Job, Result> {
  readonly #options: WorkerThreadOptions;
  readonly #waiting: Waiting<Job, Result>[] = [];
  #current: { readonly waiting: Waiting<Job, Result>; readonly timer: NodeJS.Timeout } | undefined;
  #worker: Worker | undefined;
  #idleTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: WorkerThreadOptions) {
    this.#options = options;
  }

  /** Does the job after those before it. */
  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      if (this.#closed) this.#rejectAll();
      else this.#startNext();
    });
  }

  /** Starts the thread before the first job is wanted. */
  warmUp(): void {
    if (!this.#closed) this.#worker ??= this.#startWorker();
  }

  /** Ends the thread; jobs not done yet fail as 'closed'. */
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
    const waiting = this.#waiting.shift();
    if (!waiting) return this.#restWhenIdle();
    clearTimeout(this.#idleTimer);
    const { timeoutMs, fail } = this.#options;
    this.#current = { waiting, timer: setTimeout(() => this.#giveUp(), timeoutMs) };
    try {
      this.#worker ??= this.#startWorker();
      this.#worker.ref();
      this.#worker.postMessage(waiting.job);
    } catch (error) {
      this.#finish(({ reject }) => reject(fail('crashed', error)));
    }
  }

  #finish(settle: (waiting: Waiting<Job, Result>) => void): void {
    const finished = this.#current;
    this.#current = undefined;
    // An idle worker does not keep the program alive.
    this.#worker?.unref();
    if (finished) {
      clearTimeout(finished.timer);
      settle(finished.waiting);
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
    const { name, file, data, limits, fail } = this.#options;
    const worker = new Worker(file(), { workerData: data(), name, resourceLimits: limits });
    worker.unref();
    worker.on('message', (answer: WorkerAnswer<Result>) => {
      if (worker !== this.#worker) return;
      this.#finish(({ resolve, reject }) =>
        answer.ok ? resolve(answer.result) : reject(fail('refused', answer.error)),
      );
    });
    worker.on('error', (error: Error & { code?: string }) =>
      this.#lose(worker, fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooLarge' : 'crashed', error)),
    );
    worker.on('exit', (code) =>
      this.#lose(worker, fail('crashed', new Error(`the worker ${name} ended with ${code}`))),
    );
    return worker;
  }

  #lose(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.#finish(({ reject }) => reject(error));
  }

  #giveUp(): void {
    const { name, timeoutMs, fail } = this.#options;
    const stuck = this.#worker;
    this.#worker = undefined;
    void stuck?.terminate();
    const late = new Error(`a job of ${name} took longer than ${timeoutMs} ms`);
    this.#finish(({ reject }) => reject(fail('timedOut', late)));
  }

  #rejectAll(): void {
    const error = this.#options.fail('closed', new Error(`${this.#options.name} is closed`));
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    this.#finish(({ reject }) => reject(error));
  }
}

/**
 * The file of a worker. Run from sources it is TypeScript beside `base`; built, it lies beside the bundle or above the
 * folder of its chunks. Throws when the program is not whole.
 */
export function workerFile(name: string, base: string): URL {
  const candidates = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((path) => new URL(path, base));
  const found = candidates.find((url) => existsSync(url));
  if (!found) throw new Error(`${name} is missing beside the program`);
  return found;
}
