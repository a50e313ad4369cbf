import { failureToRun, PrintFailure, runProgram } from './print-file.ts';
import { sheetNameOf } from './paper-size.ts';
import type { PrintFile, QueuedJob, RunProgram } from './print-file.ts';

/** Printing through `lp`, which CUPS brings on Linux and macOS. */
export function lpPrinting(run: RunProgram = runProgram): PrintFile {
  return async (file, job) => {
    try {
      await run('lp', lpArguments(file, job));
    } catch (error) {
      throw failureToRun(error) ?? failureSaid(String(error));
    }
  };
}

/**
 * Papers are measured in millimetres, so they are never scaled to the sheet. The sheet is named: left to itself the queue
 * takes its own default for a half-sheet or a label.
 */
function lpArguments(file: string, { printerName, copies, title, size }: QueuedJob): readonly string[] {
  const destination = printerName === undefined ? [] : ['-d', printerName];
  const sheet = size && (sheetNameOf(size) ?? `Custom.${size.widthMm}x${size.heightMm}mm`);
  const media = sheet === undefined ? [] : ['-o', `media=${sheet}`];
  return [
    ...destination,
    '-n',
    String(copies),
    '-t',
    title,
    ...media,
    '-o',
    'print-scaling=none',
    '--',
    file,
  ];
}

/** The sentences are those of CUPS 2.4. */
function failureSaid(sentence: string): PrintFailure {
  if (/does not exist|no default destination|unknown destination/i.test(sentence)) {
    return new PrintFailure('PRINTER_UNKNOWN', sentence);
  }
  if (/scheduler is not running|unable to connect|bad file descriptor/i.test(sentence)) {
    return new PrintFailure('NO_PRINTING_SYSTEM', sentence);
  }
  return new PrintFailure('REFUSED', sentence);
}
