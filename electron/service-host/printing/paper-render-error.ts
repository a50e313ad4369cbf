/** Why a paper could not be made: its definition, a worker that died, one that took too long, or the end of the program. */
export type PaperFailure = 'refused' | 'crashed' | 'timedOut' | 'closed';

/** Thrown for a paper that could not be made; the message and the cause are the worker's own. */
export class PaperRenderError extends Error {
  override readonly name = 'PaperRenderError';
  readonly failure: PaperFailure;

  constructor(failure: PaperFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }

  static from(failure: PaperFailure, error: unknown): PaperRenderError {
    if (error instanceof PaperRenderError) return error;
    return new PaperRenderError(failure, error instanceof Error ? error.message : String(error), error);
  }
}
