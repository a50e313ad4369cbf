import type { StartFacts } from '#shared/desktop/host-process-messages.ts';

/** Why the program does not start, besides what the engines tell (StorageFailure). */
export type StartFailureReason =
  | 'badArguments'
  | 'folderMissing'
  | 'folderForeign'
  | 'folderNotUsable'
  | 'booksMissing'
  | 'booksEmpty'
  | 'inUse'
  | 'portTaken'
  | 'portRefused';

/** The program does not start, and a person can do something about it. Each reason has a sentence under `start.`. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
  readonly reason: StartFailureReason;
  readonly facts: StartFacts;
  constructor(reason: StartFailureReason, facts: StartFacts, cause?: unknown) {
    super(`start failure: ${reason}`, { cause });
    this.reason = reason;
    this.facts = facts;
  }
}
