import { BrowserWindow, Menu, screen } from 'electron';
import type { Language } from '#shared/domain/actor.ts';
import { editMenu } from './edit-menu.ts';
import { keepWindowBounds, readWindowBounds } from './window-bounds.ts';
import { windowOptions } from './window-options.ts';
import { zoomLevelAfter } from './zoom-keys.ts';

/** What a desk window needs to know. */
export interface DeskWindowSettings {
  readonly title: string;
  readonly address: string;
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly boundsFile: string;
  readonly isDeveloping: boolean;
  readonly language: Language;
}

/** Opens a window of the program on `address` and shows it when its page is drawn. */
export function openDeskWindow(settings: DeskWindowSettings): BrowserWindow {
  const bounds = readWindowBounds(
    settings.boundsFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  // A second window lies a little beside the first, not on top of it.
  const isFirst = BrowserWindow.getAllWindows().length === 0;
  const window = new BrowserWindow(windowOptions({ ...settings, bounds: isFirst ? bounds : null }));
  window.once('ready-to-show', () => {
    if (isFirst && bounds?.isMaximized !== false) window.maximize();
    window.show();
  });
  window.on('close', () => {
    keepWindowBounds(settings.boundsFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  // Each page has a title of its own for the taskbar; an empty one would show the address.
  window.on('page-title-updated', (event, title) => {
    if (title.trim() === '') event.preventDefault();
  });
  addHabits(window, settings.language);
  reloadAfterCrash(window);
  void window.loadURL(settings.address);
  return window;
}

/** What every Windows program has and Electron without its menu has not: the right-click menu and zoom by keys. */
function addHabits(window: BrowserWindow, language: Language): void {
  const contents = window.webContents;
  contents.on('context-menu', (_event, clicked) => {
    const template = editMenu(clicked, language);
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
  contents.on('before-input-event', (event, pressed) => {
    const level = zoomLevelAfter(pressed, contents.getZoomLevel());
    if (level === null) return;
    event.preventDefault();
    contents.setZoomLevel(level);
  });
}

/** Drafts are kept by the page, so a page that crashed is simply loaded again, but not in a circle. */
function reloadAfterCrash(window: BrowserWindow): void {
  let reloadedAtMs = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || performance.now() - reloadedAtMs < 10_000) return;
    reloadedAtMs = performance.now();
    window.webContents.reload();
  });
}
