import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { lpPrinting } from './lp-printing.ts';
import { paperSizeOf } from './paper-size.ts';
import { PrintFailure } from './print-file.ts';
import type { PrintFile, PrintJob } from './print-file.ts';
import { sumatraPrinting } from './sumatra-printing.ts';

/** Prints without a dialog and resolves when the print queue has the paper; throws `PrintFailure`. */
export async function printPdf(
  pdf: Uint8Array,
  job: PrintJob,
  printFile: PrintFile = printFileOf(process.platform),
  folder: string = os.tmpdir(),
): Promise<void> {
  if (!startsLikePdf(pdf)) throw new PrintFailure('NOT_A_PDF', 'the bytes do not begin with %PDF-');
  const jobFolder = await mkdtemp(path.join(folder, jobFolderPrefix));
  try {
    const title = plainTitle(job.title ?? '');
    // The print queue of Windows shows the name of the file.
    const file = path.join(jobFolder, `${title}.pdf`);
    await writeForPrinting(file, pdf);
    await printFile(file, { ...job, title, size: paperSizeOf(pdf) });
  } finally {
    // Customers' papers do not stay in the folder for temporary files, whatever happened.
    await removeFolder(jobFolder);
  }
}

/** Removes what a power cut left in the middle of printing; call it before the first print. */
export async function removePrintLeftovers(folder: string = os.tmpdir()): Promise<void> {
  const names = await readdir(folder);
  const leftovers = names.filter((name) => name.startsWith(jobFolderPrefix));
  await Promise.all(leftovers.map((name) => removeFolder(path.join(folder, name))));
}

/** The way of printing on a system, by Node's name of it. */
export function printFileOf(platform: NodeJS.Platform): PrintFile {
  return platform === 'win32' ? sumatraPrinting() : lpPrinting();
}

const jobFolderPrefix = 'shouhou-print-';

/** A title that is a file name on every system, and no option of a program. */
function plainTitle(title: string): string {
  const plain = [...title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ')].slice(0, 60).join('');
  return plain.replace(/^[\s.-]+|[\s.]+$/gu, '') || 'shouhou';
}

async function writeForPrinting(file: string, pdf: Uint8Array): Promise<void> {
  try {
    await writeFile(file, pdf, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    throw new PrintFailure(isFull ? 'DISK_FULL' : 'REFUSED', String(error));
  }
}

/** A virus scanner holds a fresh file for a moment on Windows; what it still holds goes at the next start. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined);
}

function startsLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}
