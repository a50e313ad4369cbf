import { app, BrowserWindow, dialog, Notification, shell } from 'electron';
import type { OpenDialogOptions, WebContents } from 'electron';
import type { FileKind } from '#shared/desktop/desktop-bridge.ts';
import { desktopNews } from '#shared/desktop/desktop-calls.ts';
import type { DesktopTools } from './desktop-bridge.ts';
import { printPdf } from './printing/print-pdf.ts';

/** The Electron calls behind `window.desktop`. */
export function electronTools(openWindow: (place: string) => void): DesktopTools<WebContents> {
  const shownNotices = new Set<Notification>();
  return {
    info: {
      programVersion: app.getVersion(),
      electronVersion: process.versions.electron,
      platform: process.platform,
      architecture: process.arch,
    },
    askForFiles: async (page, { title, kinds, several = false }) => {
      const properties: OpenDialogOptions['properties'] = several
        ? ['openFile', 'multiSelections']
        : ['openFile'];
      const options = { ...titled(title), filters: filters(kinds), properties };
      return (await dialog.showOpenDialog(windowOf(page), options)).filePaths;
    },
    askForPlace: async (page, { title, fileName, kinds }) => {
      const options = { ...titled(title), defaultPath: fileName, filters: filters(kinds) };
      const { canceled, filePath } = await dialog.showSaveDialog(windowOf(page), options);
      return canceled || filePath === '' ? null : filePath;
    },
    openFile: async (file) => (await shell.openPath(file)) === '',
    printersOf: (page) => page.getPrintersAsync(),
    printPdf: (pdf, job) => printPdf(pdf, job),
    showNotice: (page, { title, body, path }) => {
      const notice = new Notification({ title, body });
      // Without a reference the notice is collected, and a click on it does nothing.
      shownNotices.add(notice);
      notice.on('close', () => shownNotices.delete(notice));
      notice.on('click', () => {
        bringToFront(page);
        if (path !== undefined && !page.isDestroyed()) page.send(desktopNews.noticeOpened, path);
      });
      notice.show();
    },
    openWindow,
  };
}

/** Shows the window of a page to the person, wherever it was. */
export function bringToFront(page: WebContents): void {
  const window = BrowserWindow.fromWebContents(page);
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function windowOf(page: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(page);
  if (window === null) throw new Error('the window of this page is closed');
  return window;
}

function titled(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title };
}

function filters(kinds: readonly FileKind[] = []): { name: string; extensions: string[] }[] {
  return kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}
