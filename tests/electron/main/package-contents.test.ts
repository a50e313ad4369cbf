import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInstallerSettings } from '../../../scripts/build-installer-check.ts';

const projectFolder = path.resolve(import.meta.dirname, '../../..');
const results = path.join(projectFolder, 'test-results');
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(path.join(results, 'package-'));
const resources = path.join(folder, 'dist', 'win-arm64-unpacked', 'resources');

/**
 * Packs a small program with our installer settings for a processor this machine hardly has, around an empty stand-in
 * for Electron's runtime: what goes in, and what lies beside the archive, needs neither Windows nor the runtime.
 */
beforeAll(async () => {
  const { version } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const dependencies = { 'better-sqlite3': '*', 'pdf-to-printer': '*' };
  const manifest = { name: 'shouhou-desk', version, main: './out/main/index.js', author: 'x', dependencies };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  for (const linked of ['node_modules', 'resources']) {
    symlinkSync(path.join(projectFolder, linked), path.join(folder, linked), 'junction');
  }
  mkdirSync(path.join(folder, 'out', 'main'), { recursive: true });
  writeFileSync(path.join(folder, 'out', 'main', 'index.js'), 'export {};');
  writeFileSync(path.join(folder, 'out', 'main', 'index.js.map'), '{}');
  const runtime = path.join(folder, 'runtime');
  mkdirSync(path.join(runtime, 'locales'), { recursive: true });
  for (const name of ['electron.exe', 'locales/zh-CN.pak', 'locales/de.pak']) {
    writeFileSync(path.join(runtime, name), '');
  }
  const settings = readInstallerSettings(path.join(projectFolder, 'electron-builder.yml'));
  // The stand-in is no Windows program, so nothing can be written into it.
  const standIn = { electronDist: runtime, electronFuses: null, disableAsarIntegrity: true };
  const win = { ...settings.win, signAndEditExecutable: false };
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ ...settings, ...standIn, win }));
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const packing = [cli, '--win', '--arm64', '--dir', '--projectDir', folder, '--config', 'settings.json'];
  await promisify(execFile)(process.execPath, packing, {
    cwd: folder,
    timeout: 170_000,
    // electron-builder takes linked files from the temporary folder of the machine, in which a checkout may lie.
    env: { ...process.env, TMPDIR: undefined },
  });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed program', () => {
  it('has beside its archive the two files Windows loads from the disk, for its own processor', () => {
    expect(filesIn(path.join(resources, 'app.asar.unpacked'))).toEqual([
      'node_modules/better-sqlite3/prebuilds/win32-arm64.node',
      'node_modules/pdf-to-printer/dist/SumatraPDF-3.4.6-32.exe',
    ]);
  });

  it('has in its archive the program and its packages, without what only a developer needs', () => {
    const inside = listArchive(path.join(resources, 'app.asar'));
    expect(inside).toContain('/out/main/index.js');
    expect(inside).toContain('/node_modules/better-sqlite3/lib/index.js');
    expect(inside.filter((name) => /\.(map|d\.ts|c|cpp|h)$/.test(name))).toEqual([]);
    expect(inside.filter((name) => name.endsWith('.node'))).toHaveLength(1);
  });

  it('has the fonts for paper and the icon beside the archive', () => {
    const beside = filesIn(resources);
    expect(beside).toContain('icon.png');
    expect(beside.filter((name) => /^fonts\/.*\.(ttf|txt)$/.test(name)).length).toBeGreaterThan(0);
  });
});

function filesIn(parent: string): readonly string[] {
  const entries = readdirSync(parent, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const names = entries.map((entry) => path.relative(parent, path.join(entry.parentPath, entry.name)));
  return names.map((name) => name.replaceAll(path.sep, '/')).toSorted();
}

function listArchive(archive: string): readonly string[] {
  const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  const fromLibrary = createRequire(fromBuilder.resolve('app-builder-lib/package.json'));
  // The package is loaded from another's dependencies, where its types do not reach.
  const asar = fromLibrary('@electron/asar') as { listPackage: (file: string, options: object) => string[] };
  return asar.listPackage(archive, { isPack: false }).map((name) => name.replaceAll(path.sep, '/'));
}
