import path from 'node:path';

/** Where Electron says the program and its person's files are. */
export interface ProgramPlaces {
  /** The folder of the built shell, `out/main`. */
  readonly mainFolder: string;
  readonly isPackaged: boolean;
  /** What the installer lays beside the archive. */
  readonly resourcesFolder: string;
  /** The person's own folder for this program. */
  readonly userDataFolder: string;
}

/** Every file and folder the shell knows, all absolute. */
export function programPaths({ mainFolder, isPackaged, resourcesFolder, userDataFolder }: ProgramPlaces) {
  const resources = isPackaged ? resourcesFolder : path.join(mainFolder, '..', '..', 'resources');
  return {
    rendererFolder: path.join(mainFolder, '..', 'renderer'),
    preloadFile: path.join(mainFolder, '..', 'preload', 'index.cjs'),
    hostEntryFile: path.join(mainFolder, 'utility-process.js'),
    iconFile: path.join(resources, 'icon.png'),
    dataFolder: path.join(userDataFolder, 'data'),
    boundsFile: path.join(userDataFolder, 'window.json'),
    logFile: path.join(userDataFolder, 'logs', 'desktop.log'),
  } as const;
}
