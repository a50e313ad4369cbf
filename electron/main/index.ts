import path from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, MessageChannelMain, protocol, session } from 'electron';
import type { WebContents } from 'electron';
import type { Language } from '#shared/domain/actor.ts';
import { callNumberWanted, desktopNews } from '#shared/desktop/desktop-calls.ts';
import { servicePortChannels } from '#shared/desktop/service-port-messages.ts';
import { translate } from '#shared/messages/translate.ts';
import { answerPages } from './answer-pages.ts';
import { CallNumbers } from './call-numbers.ts';
import { linkScheme, numberAmongArguments } from './deep-links.ts';
import { desktopAnswers } from './desktop-bridge.ts';
import { electronHost } from './electron-host.ts';
import { bringToFront, electronTools } from './electron-tools.ts';
import { openLogFile } from './log-file.ts';
import { answerAppRequest } from './pages/answer-app-request.ts';
import { removePrintLeftovers } from './printing/print-pdf.ts';
import { programPaths } from './program-paths.ts';
import { grantServicePort } from './service-ports.ts';
import { appOrigin, isTrustedPage, trustedOriginsOf } from './trusted-page.ts';
import { openDeskWindow } from './windows/desk-window.ts';
import { addressOfPlace, guardPage } from './windows/page-guard.ts';
import { protectSession } from './windows/protect-session.ts';

/** More windows than anybody uses; a page that went wrong stops here. */
const windowsMost = 20;

// The life of the program: first what Electron wants to know before it is ready.
app.setAppUserModelId('cn.shouhou.desk');
app.enableSandbox();
if (!app.commandLine.hasSwitch('user-data-dir')) {
  // The same folder as that of the program in the browser, so that both open the same books.
  app.setPath('userData', path.join(app.getPath('appData'), 'shouhou-desk'));
}
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

// Then one instance: a second one hands its arguments to the first and ends.
if (app.requestSingleInstanceLock({ argumentList: process.argv })) void app.whenReady().then(runDesk);
else app.quit();

function runDesk(): void {
  const paths = programPaths({
    mainFolder: import.meta.dirname,
    isPackaged: app.isPackaged,
    resourcesFolder: process.resourcesPath,
    userDataFolder: app.getPath('userData'),
  });
  const log = openLogFile(paths.logFile);
  const language: Language = app.getLocale().startsWith('zh') ? 'zh-CN' : 'en';
  const developmentPage = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  const trustedOrigins = trustedOriginsOf(developmentPage);

  // The walls stand before the first page is loaded.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  protectSession(session.defaultSession, trustedOrigins);
  app.on('web-contents-created', (_event, contents) => guardPage(contents, trustedOrigins));
  protocol.handle('app', (request) => answerAppRequest(request, paths.rendererFolder));

  // The service host starts while the first window opens.
  const host = electronHost({
    paths,
    language,
    log,
    askPagesAgain: () => tellPages(servicePortChannels.lost),
  });
  host.start();
  ipcMain.on(servicePortChannels.wanted, (event, requestId: unknown) => {
    grantServicePort(
      { host, createChannel: () => new MessageChannelMain(), trustedOrigins },
      event.senderFrame,
      requestId,
    );
  });
  answerPages(ipcMain, desktopAnswers(electronTools(openWindow)), trustedOrigins);
  takeCallNumbers(trustedOrigins);
  openWindow('/');
  removePrintLeftovers().catch((error: unknown) => log(`print leftovers: ${String(error)}`));

  // The end: windows first, then the service host in order, then the program.
  app.on('window-all-closed', () => app.quit());
  let hostHasEnded = false;
  app.on('will-quit', (event) => {
    if (hostHasEnded) return;
    event.preventDefault();
    void host.stop().then(() => {
      hostHasEnded = true;
      app.quit();
    });
  });

  function openWindow(place: string): void {
    const address = addressOfPlace(place, trustedOrigins.at(-1) ?? appOrigin);
    if (address === null) throw new Error('refused: not a place in this program');
    if (BrowserWindow.getAllWindows().length >= windowsMost) throw new Error('refused: too many windows');
    const title = translate(language, 'desktop.windowTitle');
    openDeskWindow({ ...paths, title, address, language, isDeveloping: !app.isPackaged });
  }
}

/** The number of a `shouhou://call` link goes to the window in front, from this start or from a second one. */
function takeCallNumbers(trustedOrigins: readonly string[]): void {
  const callNumbers = new CallNumbers<WebContents>((page, number) => {
    bringToFront(page);
    page.send(desktopNews.callNumber, number);
  });
  if (app.isPackaged) {
    // What follows "--" is never read as a switch of Chromium, whatever a web page put into the link.
    app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
  }
  ipcMain.on(callNumberWanted, (event) => {
    if (isTrustedPage(event.senderFrame, trustedOrigins)) callNumbers.listens(event.sender);
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) callNumbers.left(contents);
    });
    contents.on('destroyed', () => callNumbers.left(contents));
  });
  app.on('second-instance', (_event, argumentList, _folder, secondInstance) => {
    const page =
      BrowserWindow.getFocusedWindow()?.webContents ?? BrowserWindow.getAllWindows()[0]?.webContents ?? null;
    if (page !== null) bringToFront(page);
    take(argumentsOf(secondInstance) ?? argumentList, page);
  });
  take(process.argv, null);

  function take(argumentList: readonly string[], page: WebContents | null): void {
    const number = numberAmongArguments(argumentList);
    if (number !== null) callNumbers.arrived(number, page);
  }
}

/** Electron reorders the arguments it passes on, so the second instance sends its own list along. */
function argumentsOf(secondInstance: unknown): readonly string[] | null {
  if (typeof secondInstance !== 'object' || secondInstance === null || !('argumentList' in secondInstance))
    return null;
  const { argumentList } = secondInstance;
  return Array.isArray(argumentList) ? argumentList.filter((argument) => typeof argument === 'string') : null;
}

function tellPages(channel: string): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel);
}
