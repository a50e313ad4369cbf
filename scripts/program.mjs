// The built program in out/: whether it is as new as its sources, and making it so.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from './children.mjs';
import { commandFile, root } from './packages.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const builtFromFile = join(root, 'node_modules', '.built');

/** The built office server, run by Node. */
export const officeServerFile = join(root, 'out', 'main', 'office-server.js');

/** What the engine is told for the server: the same as the program on the desktop tells it. */
export const officeServerFlags = JSON.parse(
  readFileSync(join(root, 'electron', 'main', 'engine-flags.json'), 'utf8'),
).serviceHost;

/** Builds out/ if a source is newer; ends this process when that fails. */
export async function buildIfOutdated() {
  if (isUpToDate()) return;
  console.log('Building the program (once, and when its sources have changed)');
  const code = await build(['--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}

/** Builds out/ and answers with the exit code. */
export async function build(parameters = []) {
  // Noted before the build reads the sources, so that what changes in the meantime counts as newer.
  const note = JSON.stringify({ sources: newestOf(sources) });
  const code = await runToEnd(process.execPath, [commandFile('electron-vite'), 'build', ...parameters]);
  if (code === 0) writeFileSync(builtFromFile, note);
  return code;
}

function isUpToDate() {
  const page = join(root, 'out', 'renderer', 'index.html');
  if (![officeServerFile, page, builtFromFile].every((file) => existsSync(file))) return false;
  return JSON.parse(readFileSync(builtFromFile, 'utf8')).sources === newestOf(sources);
}

/** When one of these was last changed, in milliseconds; a folder changes when a file in it is removed. */
function newestOf(names) {
  return Math.max(...names.map((name) => newestIn(join(root, name))));
}

function newestIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  const own = found.mtimeMs;
  return found.isDirectory()
    ? Math.max(own, ...readdirSync(path).map((name) => newestIn(join(path, name))))
    : own;
}
