import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { installerFaults, readInstallerSettings } from '../../../scripts/build-installer-check.ts';

const projectFolder = path.resolve(import.meta.dirname, '../../..');
const file = path.join(projectFolder, 'electron-builder.yml');
const folder = mkdtempSync(path.join(os.tmpdir(), 'shouhou-installer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The faults of our settings with one place changed. */
function faultsWith(from: string, to: string): Promise<readonly string[]> {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  const changed = path.join(folder, 'changed.yml');
  writeFileSync(changed, text.replace(from, to));
  return installerFaults(changed, projectFolder);
}

describe('the settings of the installer', () => {
  it('fit the schema of electron-builder', async () => {
    expect(await installerFaults(file)).toEqual([]);
  });

  it.each([
    ['an unknown key at the top', 'npmRebuild: false', 'npmRebuilds: false'],
    ['an unknown key of the installer', 'oneClick: false', 'oneclick: false'],
    ['an unknown fuse', 'runAsNode: false', 'runAsNodes: false'],
    ['a value of the wrong type', 'perMachine: false', 'perMachine: perhaps'],
    ['a processor there is none of', 'arch: [x64, arm64]', 'arch: [x64, arm65]'],
    ['an icon that is not there', 'icon: resources/icon.ico', 'icon: resources/icons.ico'],
  ])('are refused with %s', async (_name, from, to) => {
    expect(await faultsWith(from, to)).not.toEqual([]);
  });

  it('lock the installed program against what comes from outside', () => {
    expect(readInstallerSettings(file)).toMatchObject({
      asar: { smartUnpack: false },
      electronFuses: {
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        grantFileProtocolExtraPrivileges: false,
      },
    });
  });

  it('leave the choices to the person and the books where they are', () => {
    expect(readInstallerSettings(file)).toMatchObject({
      win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
      nsis: {
        oneClick: false,
        perMachine: false,
        allowElevation: true,
        allowToChangeInstallationDirectory: true,
        deleteAppDataOnUninstall: false,
      },
      publish: null,
    });
  });
});
