import type { WorkerFailure } from '../worker-thread.ts';

/** Thrown for a paper that could not be made; the message and the cause are the worker's own. */
export class PaperRenderError extends Error {
  override readonly name = 'PaperRenderError';
  readonly failure: WorkerFailure;

  constructor(failure: WorkerFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }

  static from(this: void, failure: WorkerFailure, error: unknown): PaperRenderError {
    return new PaperRenderError(failure, error instanceof Error ? error.message : String(error), error);
  }
}
