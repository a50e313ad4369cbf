import { execFile } from 'node:child_process';
import type { PaperSize } from './paper-size.ts';
import type { PrintFailureReason } from '#shared/desktop/desktop-bridge.ts';

/** How many times and where; without a printer's name, on the PC's default printer. */
export interface PrintJob {
  readonly printerName?: string | undefined;
  /** Under which name it stands in the print queue; a name of the program's own when left out. */
  readonly title?: string | undefined;
  readonly copies: number;
}

/** A job with what the program knows of its paper. */
export interface QueuedJob extends PrintJob {
  readonly title: string;
  /** Size of the first page; undefined where the file does not tell. */
  readonly size: PaperSize | undefined;
}

/** Hands one PDF file to the print queue of a system; throws `PrintFailure`. */
export type PrintFile = (file: string, job: QueuedJob) => Promise<void>;

/** Why the print queue did not take the paper; the message is the system's own words. */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure';
  readonly reason: PrintFailureReason;

  constructor(reason: PrintFailureReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** Runs a program to its end; rejects with its error output, with `killed` when the time was up. */
export type RunProgram = (program: string, argumentList: readonly string[]) => Promise<void>;

/** How long the print queue may take to accept one paper. */
export const printTimeoutMs = 120_000;

/** `RunProgram` without a shell and without a window; the program answers in English, so that a refusal can be read. */
export const runProgram: RunProgram = (program, argumentList) =>
  new Promise((resolve, reject) => {
    const options = { timeout: printTimeoutMs, windowsHide: true, env: { ...process.env, LC_ALL: 'C' } };
    execFile(program, argumentList, options, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });

/** The failure of a program that could not run or took too long, else null: what it said decides. */
export function failureToRun(error: unknown): PrintFailure | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && (error.code === 'ENOENT' || error.code === 'EACCES')) {
    return new PrintFailure('NO_PRINTING_SYSTEM', error.message);
  }
  return 'killed' in error && error.killed === true ? new PrintFailure('TIMED_OUT', error.message) : null;
}
