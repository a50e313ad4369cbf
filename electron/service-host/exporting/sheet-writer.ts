import { Refusal } from '#shared/contract/refusals.ts';
import type { Clock } from '../database/clock.ts';
import { StorageFailure } from '../database/database.ts';
import type { DatabaseLocation } from '../database/open-database.ts';
import { WorkerThread, workerFile, type WorkerFailure } from '../worker-thread.ts';
import type { SheetFault, SheetJob, SheetWorkerData, WrittenSheet } from './sheet-worker.ts';

/** Writes lists as Excel files in a thread of its own, with its own look at the books: nobody waits for them. */
export interface SheetWriter {
  /** The list as a file. Refuses what its query refuses, and LIST_TOO_LONG; throws StorageFailure. */
  write(job: Omit<SheetJob, 'now'>): Promise<WrittenSheet>;
  /** Ends the thread; lists not written yet fail. */
  close(): Promise<void>;
}

export interface SheetWriterOptions {
  /** How much memory a list may take, in MB. */
  readonly memoryMb?: number | undefined;
}

const longestMs = 10 * 60_000;
/** Lists are handed out now and then; the thread would hold its memory for ever. */
const idleMs = 60_000;
const defaultMemoryMb = 2_048;

/** Opens a writer on the books at `location`; its thread starts with the first list. */
export function openSheetWriter(
  location: DatabaseLocation,
  clock: Clock,
  { memoryMb = defaultMemoryMb }: SheetWriterOptions = {},
): SheetWriter {
  const thread = new WorkerThread<SheetJob, WrittenSheet>({
    name: 'lists',
    file: () => workerFile('sheet-worker', import.meta.url),
    data: (): SheetWorkerData => ({ location }),
    limits: { maxOldGenerationSizeMb: memoryMb },
    timeoutMs: longestMs,
    idleMs,
    fail: failureOf,
  });
  return {
    write: (job) => thread.run({ ...job, now: clock() }),
    close: () => thread.close(),
  };
}

function failureOf(failure: WorkerFailure, cause: unknown): Error {
  if (failure === 'tooLarge') return new Refusal('LIST_TOO_LONG', {});
  if (failure !== 'refused') return new Error(`a list could not be written: ${failure}`, { cause });
  // The worker answers every failure of a job in this form.
  const fault = cause as SheetFault;
  switch (fault.kind) {
    case 'refusal':
      return new Refusal(fault.code, fault.facts);
    case 'storage':
      return new StorageFailure(fault.reason, new Error(fault.message));
    default:
      return new Error('a list could not be written', { cause: fault.error });
  }
}
