import type { DesktopBridge } from '#shared/desktop/desktop-bridge.ts';
import { callNumberWanted, desktopNews } from '#shared/desktop/desktop-calls.ts';
import type { DesktopCallName, DesktopCalls } from '#shared/desktop/desktop-calls.ts';
import type { PageIpc, PageIpcListener } from './ipc.ts';

/** The object the page sees as `window.desktop`: one function per call, and nothing of `ipcRenderer` itself. */
export function desktopBridge(ipc: PageIpc): DesktopBridge {
  return {
    info: () => call('desktop:info', undefined),
    chooseFile: (request) => call('desktop:choose-file', request),
    saveFile: (request) => call('desktop:save-file', request),
    openSavedFile: (savedFileId) => call('desktop:open-saved-file', savedFileId),
    listPrinters: () => call('desktop:list-printers', undefined),
    printPdf: (request) => call('desktop:print-pdf', request),
    showNotice: (notice) => call('desktop:show-notice', notice),
    onNoticeOpened: (listener) => hear(desktopNews.noticeOpened, listener),
    onCallNumber: (listener) => {
      const stopHearing = hear(desktopNews.callNumber, listener);
      ipc.send(callNumberWanted);
      return stopHearing;
    },
    openWindow: (path) => call('desktop:open-window', path),
  };

  function call<Name extends DesktopCallName>(
    name: Name,
    argument: DesktopCalls[Name]['takes'],
  ): Promise<DesktopCalls[Name]['answers']> {
    // The shell's table of answers is typed by the same DesktopCalls.
    return ipc.invoke(name, argument) as Promise<DesktopCalls[Name]['answers']>;
  }

  function hear(channel: string, listener: (text: string) => void): () => void {
    const onNews: PageIpcListener = (_event, text) => {
      if (typeof text === 'string') listener(text);
    };
    ipc.on(channel, onNews);
    return () => {
      ipc.removeListener(channel, onNews);
    };
  }
}
