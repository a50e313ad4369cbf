/** What the desktop shell gives the page as `window.desktop`; a page in a browser does not have it. */
export interface DesktopBridge {
  /** The program and the PC it runs on. */
  readonly info: () => Promise<DesktopInfo>;
  /** Lets the person choose files of this PC and reads them. */
  readonly chooseFile: (request: ChooseFileRequest) => Promise<ChooseFileResult>;
  /** Lets the person choose a place and writes `bytes` there. */
  readonly saveFile: (request: SaveFileRequest) => Promise<SaveFileResult>;
  /** Opens a file that `saveFile` wrote since the program started; false when that cannot be done. */
  readonly openSavedFile: (savedFileId: string) => Promise<boolean>;
  /** The printers of this PC, in its own order. */
  readonly listPrinters: () => Promise<readonly LocalPrinter[]>;
  /** Prints without a dialog. */
  readonly printPdf: (request: PrintPdfRequest) => Promise<PrintPdfResult>;
  /** Tells of something due in a corner of the screen. */
  readonly showNotice: (notice: DesktopNotice) => Promise<void>;
  /** Hears of a click on a notice, with the notice's path; returns how to stop hearing. */
  readonly onNoticeOpened: (listener: (path: string) => void) => () => void;
  /** Hears the number a telephone program hands over by `shouhou://call?number=…`; returns how to stop hearing. */
  readonly onCallNumber: (listener: (number: string) => void) => () => void;
  /** Opens one more window on a path of the program, or on its first page. */
  readonly openWindow: (path?: string) => Promise<void>;
}

/** The program and the PC it runs on, as the "about" screen shows them. */
export interface DesktopInfo {
  readonly programVersion: string;
  readonly electronVersion: string;
  /** Node's name of the system: `win32`, `linux`, `darwin`. */
  readonly platform: string;
  readonly architecture: string;
}

/** One line of the list "files of type"; extensions without the dot. */
export interface FileKind {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** What may be chosen. */
export interface ChooseFileRequest {
  readonly title?: string | undefined;
  readonly kinds?: readonly FileKind[] | undefined;
  readonly several?: boolean | undefined;
}

/** A file the person chose: its name without the folder, and its content. */
export interface ChosenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The chosen files; `TOO_LARGE`: all of them together exceed `chosenFilesLimitBytes`. */
export type ChooseFileResult =
  | { readonly kind: 'chosen'; readonly files: readonly ChosenFile[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: 'TOO_LARGE' | 'UNREADABLE' };

/** The most that one `chooseFile` hands over. */
export const chosenFilesLimitBytes = 256 * 1024 * 1024;

/** What is to be saved; the extension of `fileName` is one of `savedFileExtensions`. */
export interface SaveFileRequest {
  readonly title?: string | undefined;
  readonly fileName: string;
  readonly kinds?: readonly FileKind[] | undefined;
  readonly bytes: Uint8Array;
}

/** Where it went; `savedFileId` is for `openSavedFile`. */
export type SaveFileResult =
  | { readonly kind: 'saved'; readonly savedFileId: string; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: 'NAME_REFUSED' | 'DISK_FULL' | 'NOT_ALLOWED' | 'UNWRITABLE' };

/** The kinds of file the program writes for people; none of them is a program. */
export const savedFileExtensions = [
  'pdf',
  'xlsx',
  'csv',
  'txt',
  'json',
  'zip',
  'png',
  'jpg',
  'jpeg',
  'docx',
  'backup',
] as const;

/** A printer as this PC knows it. */
export interface LocalPrinter {
  /** What `printPdf` takes. */
  readonly printerName: string;
  /** What a person knows it by. */
  readonly label: string;
}

/** What is printed where; without a printer's name, on this PC's default printer. */
export interface PrintPdfRequest {
  readonly pdf: Uint8Array;
  readonly printerName?: string | undefined;
  /** The name of the paper, for the print queue. */
  readonly title?: string | undefined;
  /** 1 to `printCopiesMost`; 1 when left out. */
  readonly copies?: number | undefined;
}

/** The most copies one call prints; more is a slip of the finger. */
export const printCopiesMost = 99;

/** Why nothing was printed. */
export type PrintFailureReason =
  | 'NOT_A_PDF'
  | 'PRINTER_UNKNOWN'
  | 'NO_PRINTING_SYSTEM'
  | 'TIMED_OUT'
  | 'DISK_FULL'
  | 'REFUSED';

/** Whether the PC's print queue took the paper; `detail` is the system's own words, for the log and for support. */
export type PrintPdfResult =
  | { readonly kind: 'queued' }
  | { readonly kind: 'failed'; readonly reason: PrintFailureReason; readonly detail: string };

/** One notice; a click on it brings the window to the front and its `path` to `onNoticeOpened`. */
export interface DesktopNotice {
  readonly title: string;
  readonly body: string;
  readonly path?: string | undefined;
}

declare global {
  interface Window {
    /** Only inside the desktop shell. */
    readonly desktop?: DesktopBridge;
  }
}
