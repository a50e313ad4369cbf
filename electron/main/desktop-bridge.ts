import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { chosenFilesLimitBytes } from '#shared/desktop/desktop-bridge.ts';
import type {
  ChooseFileRequest,
  ChooseFileResult,
  DesktopInfo,
  DesktopNotice,
  FileKind,
  LocalPrinter,
  PrintPdfRequest,
  PrintPdfResult,
  SaveFileRequest,
  SaveFileResult,
} from '#shared/desktop/desktop-bridge.ts';
import type { DesktopCallName, DesktopCalls } from '#shared/desktop/desktop-calls.ts';
import { PrintFailure } from './printing/print-file.ts';
import type { PrintJob } from './printing/print-file.ts';
import { isSafeFileName, SavedFiles } from './saved-files.ts';

/** What only Electron can do, for the window that `Page` stands for. */
export interface DesktopTools<Page> {
  readonly info: DesktopInfo;
  readonly askForFiles: (page: Page, request: ChooseFileRequest) => Promise<readonly string[]>;
  readonly askForPlace: (
    page: Page,
    request: { title?: string | undefined; fileName: string; kinds: readonly FileKind[] },
  ) => Promise<string | null>;
  readonly openFile: (file: string) => Promise<boolean>;
  readonly printersOf: (
    page: Page,
  ) => Promise<readonly { readonly name: string; readonly displayName: string }[]>;
  readonly printPdf: (pdf: Uint8Array, job: PrintJob) => Promise<void>;
  readonly showNotice: (page: Page, notice: DesktopNotice) => void;
  readonly openWindow: (place: string) => void;
}

/** The answer to each call of a page; arguments are checked before they come here. */
export type DesktopAnswers<Page> = {
  readonly [Name in DesktopCallName]: (
    argument: DesktopCalls[Name]['takes'],
    page: Page,
  ) => Promise<DesktopCalls[Name]['answers']>;
};

/** Answers what only a desktop can do. */
export function desktopAnswers<Page>(tools: DesktopTools<Page>): DesktopAnswers<Page> {
  const savedFiles = new SavedFiles();
  return {
    'desktop:info': async () => tools.info,
    'desktop:choose-file': async (request, page) => readChosen(await tools.askForFiles(page, request)),
    'desktop:save-file': (request, page) => save(tools, savedFiles, request, page),
    'desktop:open-saved-file': async (savedFileId) => {
      const file = savedFiles.fileOf(savedFileId);
      return file !== null && tools.openFile(file);
    },
    'desktop:list-printers': (_nothing, page) => printers(tools, page),
    'desktop:print-pdf': (request, page) => print(tools, request, page),
    'desktop:show-notice': async (notice, page) => tools.showNotice(page, notice),
    'desktop:open-window': async (place = '/') => tools.openWindow(place),
  };
}

async function readChosen(files: readonly string[]): Promise<ChooseFileResult> {
  if (files.length === 0) return { kind: 'cancelled' };
  try {
    const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
    const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
    if (totalBytes > chosenFilesLimitBytes) return { kind: 'failed', reason: 'TOO_LARGE' };
    const read = files.map(async (file) => ({
      fileName: path.basename(file),
      bytes: new Uint8Array(await readFile(file)),
    }));
    return { kind: 'chosen', files: await Promise.all(read) };
  } catch {
    return { kind: 'failed', reason: 'UNREADABLE' };
  }
}

async function save<Page>(
  tools: DesktopTools<Page>,
  savedFiles: SavedFiles,
  request: SaveFileRequest,
  page: Page,
): Promise<SaveFileResult> {
  const { title, fileName, bytes, kinds = [] } = request;
  if (!isSafeFileName(fileName)) return { kind: 'failed', reason: 'NAME_REFUSED' };
  const file = await tools.askForPlace(page, { title, fileName, kinds });
  return file === null ? { kind: 'cancelled' } : savedFiles.write(file, bytes);
}

async function printers<Page>(tools: DesktopTools<Page>, page: Page): Promise<readonly LocalPrinter[]> {
  const found = await tools.printersOf(page);
  return found.map(({ name, displayName }) => ({
    printerName: name,
    label: displayName === '' ? name : displayName,
  }));
}

async function print<Page>(
  tools: DesktopTools<Page>,
  request: PrintPdfRequest,
  page: Page,
): Promise<PrintPdfResult> {
  const { pdf, printerName, title, copies = 1 } = request;
  try {
    // Asked first, because not every printing program says what it missed.
    if (
      printerName !== undefined &&
      !(await tools.printersOf(page)).some(({ name }) => name === printerName)
    ) {
      throw new PrintFailure('PRINTER_UNKNOWN', printerName);
    }
    await tools.printPdf(pdf, { printerName, title, copies });
    return { kind: 'queued' };
  } catch (error) {
    if (error instanceof PrintFailure) return { kind: 'failed', reason: error.reason, detail: error.message };
    throw error;
  }
}
