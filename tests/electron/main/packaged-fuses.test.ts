import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';

const projectFolder = path.resolve(import.meta.dirname, '../../..');

/** The switches Electron has inside its executable, by their place in it (Electron's fuse wire, version 1). */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserSnapshot',
  'fileProtocolPrivileges',
];

it('has its fuses set in the packed program', async (context) => {
  const [executable] = globSync('dist/win*-unpacked/Shouhou Desk.exe', { cwd: projectFolder });
  if (executable === undefined) return context.skip('no packed program is in dist (npm run package)');
  const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  // The package is loaded from another's dependencies, where its types do not reach.
  const { getCurrentFuseWire } = (await import(fromBuilder.resolve('@electron/fuses'))) as {
    getCurrentFuseWire: (file: string) => Promise<Record<number, number>>;
  };
  const wire = await getCurrentFuseWire(path.join(projectFolder, executable));
  const isOn = Object.fromEntries(
    fuseNames.map((name, place) => [name, String.fromCharCode(wire[place] ?? 0) === '1']),
  );
  expect(isOn).toMatchObject({
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: false,
    asarIntegrity: true,
    onlyLoadAppFromAsar: true,
    fileProtocolPrivileges: false,
  });
});
