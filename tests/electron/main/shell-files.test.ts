import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { logFileMostBytes, openLogFile } from '../../../electron/main/log-file.ts';
import { programPaths } from '../../../electron/main/program-paths.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shouhou-shell-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the log of the shell', () => {
  const file = path.join(folder, 'logs', 'desktop.log');
  const log = openLogFile(file, () => new Date('2026-11-22T01:02:03Z'));

  it('is one line for each event, with its time', () => {
    log('service host ready\n');
    log('second');
    expect(readFileSync(file, 'utf8')).toBe(
      '2026-11-22T01:02:03.000Z service host ready\n2026-11-22T01:02:03.000Z second\n',
    );
  });

  it('begins anew when it is long, and keeps the one before', () => {
    writeFileSync(file, 'x'.repeat(logFileMostBytes + 1));
    log('new');
    expect(readFileSync(file, 'utf8')).toMatch(/ new\n$/);
    expect(readFileSync(`${file}.1`, 'utf8')).toHaveLength(logFileMostBytes + 1);
  });

  it('stops nothing when it cannot be written', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => openLogFile(path.join(folder, 'file', 'desktop.log'))('x')).not.toThrow();
  });
});

describe('the paths of the program', () => {
  const places = {
    mainFolder: path.resolve('/desk/resources/app.asar/out/main'),
    resourcesFolder: path.resolve('/desk/resources'),
    userDataFolder: path.resolve('/users/li/shouhou-desk'),
  };

  it('are inside the archive and beside it when installed', () => {
    const paths = programPaths({ ...places, isPackaged: true });
    expect(paths.rendererFolder).toBe(path.resolve('/desk/resources/app.asar/out/renderer'));
    expect(paths.preloadFile).toBe(path.resolve('/desk/resources/app.asar/out/preload/index.cjs'));
    expect(paths.hostEntryFile).toBe(path.resolve('/desk/resources/app.asar/out/main/utility-process.js'));
    expect(paths.iconFile).toBe(path.resolve('/desk/resources/icon.png'));
    expect(paths.dataFolder).toBe(path.resolve('/users/li/shouhou-desk/data'));
  });

  it('are in the project while developing', () => {
    const paths = programPaths({
      ...places,
      mainFolder: path.resolve('/desk-source/out/main'),
      isPackaged: false,
    });
    expect(paths.iconFile).toBe(path.resolve('/desk-source/resources/icon.png'));
  });
});
