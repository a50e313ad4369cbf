import { describe, expect, it } from 'vitest';
import { desktopCallNames } from '#shared/desktop/desktop-calls.ts';
import { desktopBridge } from '../../../electron/preload/desktop-bridge.ts';
import type { PageIpc, PageIpcListener } from '../../../electron/preload/ipc.ts';

function fakeIpc() {
  const invoked: [string, unknown][] = [];
  const sent: string[] = [];
  const listeners = new Map<string, Set<PageIpcListener>>();
  const ipc: PageIpc = {
    invoke: async (channel, argument) => void invoked.push([channel, argument]),
    send: (channel) => void sent.push(channel),
    on: (channel, listener) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    removeListener: (channel, listener) => listeners.get(channel)?.delete(listener),
  };
  const news = (channel: string, ...values: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? []) listener({ ports: [] }, ...values);
  };
  return { ipc, invoked, sent, news };
}

describe('window.desktop', () => {
  it('has exactly these functions, and nothing of ipcRenderer', () => {
    expect(Object.keys(desktopBridge(fakeIpc().ipc)).toSorted()).toEqual([
      'chooseFile',
      'info',
      'listPrinters',
      'onCallNumber',
      'onNoticeOpened',
      'openSavedFile',
      'openWindow',
      'printPdf',
      'saveFile',
      'showNotice',
    ]);
  });

  it('calls the shell on one channel for each function, and on no other', async () => {
    const { ipc, invoked } = fakeIpc();
    const desktop = desktopBridge(ipc);
    await desktop.info();
    await desktop.chooseFile({ several: true });
    await desktop.saveFile({ fileName: 'a.pdf', bytes: new Uint8Array() });
    await desktop.openSavedFile('id');
    await desktop.listPrinters();
    await desktop.printPdf({ pdf: new Uint8Array() });
    await desktop.showNotice({ title: 'x', body: 'y' });
    await desktop.openWindow('/cases');
    expect(invoked.map(([channel]) => channel)).toEqual([...desktopCallNames]);
    expect(invoked[1]).toEqual(['desktop:choose-file', { several: true }]);
  });

  it('tells of a number, asks for one that waits, and stops when told to', () => {
    const { ipc, sent, news } = fakeIpc();
    const numbers: string[] = [];
    const stop = desktopBridge(ipc).onCallNumber((number) => numbers.push(number));
    expect(sent).toEqual(['desktop:call-number-wanted']);
    news('desktop:call-number', '10086');
    news('desktop:call-number', { number: '1' });
    news('desktop:notice-opened', '/today');
    stop();
    news('desktop:call-number', '10000');
    expect(numbers).toEqual(['10086']);
  });

  it('tells of a notice that was opened', () => {
    const { ipc, news } = fakeIpc();
    const paths: string[] = [];
    desktopBridge(ipc).onNoticeOpened((path) => paths.push(path));
    news('desktop:notice-opened', '/today');
    expect(paths).toEqual(['/today']);
  });
});
