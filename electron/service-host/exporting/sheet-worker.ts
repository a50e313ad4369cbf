import { parentPort, workerData } from 'node:worker_threads';
import type { Actor, Language } from '#shared/domain/actor.ts';
import { assert } from '#shared/domain/assert.ts';
import type { Moment } from '#shared/domain/days.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import { type BooksReader, StorageFailure, type ReadTx } from '../database/database.ts';
import { openForReading, type DatabaseLocation } from '../database/open-database.ts';
import { excelFile, type ExcelSheet } from '../desks/lists/excel.ts';
import type { WorkerAnswer } from '../worker-thread.ts';
import { sheets, type SheetName } from '../roll/sheets.ts';

/** What the worker is started with. */
export interface SheetWorkerData {
  readonly location: DatabaseLocation;
}

/** One list to gather and to write. */
export interface SheetJob {
  readonly sheet: SheetName;
  readonly input: unknown;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: Moment;
}

/** The file, ready to be handed out. */
export interface WrittenSheet {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rowCount: number;
}

/** An error as it travels between threads, which take nothing of a class along. */
export type SheetFault =
  | { readonly kind: 'refusal'; readonly code: Refusal['code']; readonly facts: Refusal['facts'] }
  | { readonly kind: 'storage'; readonly reason: StorageFailure['reason']; readonly message: string }
  | { readonly kind: 'other'; readonly error: unknown };

const port = parentPort;
assert(port, 'runs as a worker thread only');
// The thread that starts this worker hands it nothing else.
const { location } = workerData as SheetWorkerData;
let now: Moment = 0;
// One connection for all jobs of this thread, which does them one after the other.
let books: BooksReader | undefined;

port.on('message', (job: SheetJob) => {
  written(job).then(
    (result) => answer({ ok: true, result }, [result.bytes.buffer]),
    (error: unknown) => answer({ ok: false, error: faultOf(error) }),
  );
});

async function written(job: SheetJob): Promise<WrittenSheet> {
  now = job.now;
  books ??= openForReading(location, () => now);
  // Each list takes the input its procedure was called with, which the contract has held to its form.
  const gather = sheets[job.sheet] as (
    tx: ReadTx,
    input: unknown,
    language: Language,
  ) => Promise<ExcelSheet<unknown>>;
  const { name, columns, rows } = await books.read(job.actor, (tx) => gather(tx, job.input, job.language));
  const file = await excelFile(name, columns, rows);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { fileName: file.name, mediaType: file.type, bytes, rowCount: rows.length };
}

function faultOf(error: unknown): SheetFault {
  if (error instanceof Refusal) return { kind: 'refusal', code: error.code, facts: error.facts };
  if (error instanceof StorageFailure)
    return { kind: 'storage', reason: error.reason, message: error.message };
  return { kind: 'other', error };
}

function answer(message: WorkerAnswer<WrittenSheet>, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}
