// Programs of the system that some tests need. On Debian and its relatives they are installed when we may.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programFiles = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
];

const systemPrograms = [
  {
    name: 'browser',
    what: 'a browser (Chrome, Edge or Chromium)',
    debianPackage: 'chromium',
    leftOut: 'the tests in a real browser (tests/e2e)',
    isThere: () =>
      existsSync(process.env['CHROME_PATH'] ?? '') ||
      onPath(
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        'microsoft-edge',
        'chrome',
      ) ||
      existsSync('/Applications/Google Chrome.app') ||
      existsSync('/Applications/Microsoft Edge.app') ||
      programFiles.some(
        (folder) =>
          folder &&
          (existsSync(join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')) ||
            existsSync(join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))),
      ),
  },
  {
    name: 'poppler',
    what: 'pdftoppm',
    debianPackage: 'poppler-utils',
    leftOut: 'the papers compared as pictures',
    isThere: () => onPath('pdftoppm'),
  },
  {
    name: 'chinese-fonts',
    what: 'a Chinese font of the system',
    debianPackage: 'fonts-noto-cjk',
    leftOut: 'nothing, but pictures of the screens show boxes for Chinese',
    // Windows and macOS bring one.
    isThere: () =>
      process.platform !== 'linux' ||
      ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/truetype', '/usr/share/fonts/noto-cjk'].some(
        (folder) =>
          existsSync(folder) && readdirSync(folder).some((name) => /cjk|wqy|droid-fallback/i.test(name)),
      ),
  },
  {
    name: 'strace',
    what: 'strace',
    debianPackage: 'strace',
    leftOut: 'the power-cut replay (tests/trust)',
    isThere: () => onPath('strace'),
  },
];

/** What the tests need and the system does not have. */
export function missingSystemPrograms() {
  return systemPrograms.filter((program) => !program.isThere());
}

/** Installs what is missing where we are root and apt is there, and says in one line what stays left out. */
export function installSystemPrograms() {
  const names = missingSystemPrograms().map((program) => program.debianPackage);
  const mayInstall = process.platform === 'linux' && process.getuid() === 0 && onPath('apt-get');
  if (mayInstall) {
    console.log(`Set-up: installing ${names.join(', ')} with apt (once)`);
    if (packageListsAreEmpty()) apt('update');
    if (!apt('install', ...names)) {
      apt('update');
      // One by one, so that a package this system does not know costs only its own tests.
      for (const name of names) apt('install', name);
    }
  }
  for (const program of missingSystemPrograms()) {
    const why = mayInstall ? 'apt could not install it' : 'installing it takes root and apt';
    console.log(`Set-up: without ${program.what} (${why}) is left out: ${program.leftOut}.`);
  }
}

function apt(act, ...names) {
  const parameters = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=120', '--no-install-recommends', act, ...names];
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', parameters, { env: environment, stdio: 'ignore' }).status === 0;
}

function packageListsAreEmpty() {
  const folder = '/var/lib/apt/lists';
  return (
    !existsSync(folder) ||
    !readdirSync(folder).some((name) => name.endsWith('Packages') || name.includes('_Packages'))
  );
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return folders.some((folder) =>
    names.some((name) => endings.some((ending) => existsSync(join(folder, name + ending)))),
  );
}
