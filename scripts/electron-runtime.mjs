// Electron's runtime is not part of its package: `electron/install.js` fetches it. We look for it the same way,
// because asking the package for it (`require('electron')`) would start the download by itself.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from './children.mjs';
import { root } from './packages.mjs';

const folder = join(root, 'node_modules', 'electron');
const failedFile = join(root, 'node_modules', '.electron-runtime-failed');
const downloadLimitMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** The runtime's executable, or undefined where it has not been fetched. */
export function electronRuntime() {
  const name = readOrEmpty(join(folder, 'path.txt'));
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (
    !process.env.ELECTRON_OVERRIDE_DIST_PATH &&
    readOrEmpty(join(dist, 'version')).replace(/^v/, '') !== version
  ) {
    return undefined;
  }
  const file = join(dist, name || 'electron');
  return existsSync(file) ? file : undefined;
}

/** Fetches the runtime, at most once a day when it does not work; answers like `electronRuntime`. */
export async function fetchElectronRuntime() {
  const failed = statSync(failedFile, { throwIfNoEntry: false });
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || (failed && Date.now() - failed.mtimeMs < dayMs))
    return undefined;
  console.log("Fetching Electron's runtime (about 120 MB, once; ELECTRON_MIRROR names another source)");
  let timer;
  await runToEnd(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'ignore'],
    onStart: (child) => {
      timer = setTimeout(() => child.kill(), downloadLimitMs);
    },
  });
  clearTimeout(timer);
  const runtime = electronRuntime();
  if (runtime) rmSync(failedFile, { force: true });
  else writeFileSync(failedFile, '');
  return runtime;
}

function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}
