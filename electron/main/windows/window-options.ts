import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowBounds } from './window-bounds.ts';

/** What a window of the program is made from. */
export interface WindowSettings {
  readonly title: string;
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly bounds: WindowBounds | null;
  readonly isDeveloping: boolean;
}

/** The options of every window: the page is sandboxed and isolated, and has nothing of Node. */
export function windowOptions(settings: WindowSettings): BrowserWindowConstructorOptions {
  const { title, preloadFile, iconFile, bounds, isDeveloping } = settings;
  return {
    title,
    icon: iconFile,
    width: 1366,
    height: 768,
    ...(bounds === null ? {} : { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    // The ground colour of the pages, so that opening a window does not flash white.
    backgroundColor: '#f4f6f8',
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: isDeveloping,
      // The dictionary would be fetched from the internet, and it knows no Chinese.
      spellcheck: false,
    },
  };
}
