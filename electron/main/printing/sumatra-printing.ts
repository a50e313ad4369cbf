import { createRequire } from 'node:module';
import path from 'node:path';
import { failureToRun, PrintFailure, runProgram } from './print-file.ts';
import { sheetNameOf } from './paper-size.ts';
import type { PrintFile, QueuedJob, RunProgram } from './print-file.ts';

/** Printing on Windows, through the SumatraPDF that the package `pdf-to-printer` carries. */
export function sumatraPrinting(
  run: RunProgram = runProgram,
  program: () => string = sumatraProgram,
): PrintFile {
  return async (file, job) => {
    try {
      // Not by the package's own function: it has no time limit, and SumatraPDF can wait for a printer for ever.
      await run(program(), sumatraArguments(file, job));
    } catch (error) {
      // SumatraPDF ends with code 1 and no word, whatever was wrong.
      throw failureToRun(error) ?? new PrintFailure('REFUSED', String(error));
    }
  };
}

/** Where the program is: beside the archive, because Windows cannot start a program inside of it. */
export function sumatraProgram(
  packageEntry: string = createRequire(import.meta.url).resolve('pdf-to-printer'),
): string {
  const folder = path.dirname(packageEntry).replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
  return path.join(folder, 'SumatraPDF-3.4.6-32.exe');
}

/**
 * Papers are measured in millimetres, so they are never scaled to the sheet. SumatraPDF takes the sheets of the A series by
 * name and no sizes: a label is printed on the sheet its printer is set to. The title is the name of the file.
 */
function sumatraArguments(file: string, { printerName, copies, size }: QueuedJob): readonly string[] {
  const destination = printerName === undefined ? ['-print-to-default'] : ['-print-to', printerName];
  const sheet = size && sheetNameOf(size);
  const settings = ['noscale', ...(sheet ? [`paper=${sheet}`] : []), `${copies}x`].join(',');
  return [...destination, '-silent', '-print-settings', settings, file];
}
