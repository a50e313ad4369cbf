import type {
  ChooseFileRequest,
  ChooseFileResult,
  DesktopInfo,
  DesktopNotice,
  LocalPrinter,
  PrintPdfRequest,
  PrintPdfResult,
  SaveFileRequest,
  SaveFileResult,
} from './desktop-bridge.ts';

/** Every call from the page's doorway to the shell: its channel, what it takes, what it answers. */
export interface DesktopCalls {
  readonly 'desktop:info': { readonly takes: undefined; readonly answers: DesktopInfo };
  readonly 'desktop:choose-file': { readonly takes: ChooseFileRequest; readonly answers: ChooseFileResult };
  readonly 'desktop:save-file': { readonly takes: SaveFileRequest; readonly answers: SaveFileResult };
  readonly 'desktop:open-saved-file': { readonly takes: string; readonly answers: boolean };
  readonly 'desktop:list-printers': { readonly takes: undefined; readonly answers: readonly LocalPrinter[] };
  readonly 'desktop:print-pdf': { readonly takes: PrintPdfRequest; readonly answers: PrintPdfResult };
  readonly 'desktop:show-notice': { readonly takes: DesktopNotice; readonly answers: void };
  readonly 'desktop:open-window': { readonly takes: string | undefined; readonly answers: void };
}

export type DesktopCallName = keyof DesktopCalls;

/** Every channel of `DesktopCalls`; a test compares it with the doorway and with the shell. */
export const desktopCallNames = [
  'desktop:info',
  'desktop:choose-file',
  'desktop:save-file',
  'desktop:open-saved-file',
  'desktop:list-printers',
  'desktop:print-pdf',
  'desktop:show-notice',
  'desktop:open-window',
] as const satisfies readonly DesktopCallName[];

/** What the shell tells a page without being asked: a number to look up, a notice that was clicked. */
export const desktopNews = {
  callNumber: 'desktop:call-number',
  noticeOpened: 'desktop:notice-opened',
} as const;

/** The page can take a call's number now; numbers that came before it was ready are sent then. */
export const callNumberWanted = 'desktop:call-number-wanted';
