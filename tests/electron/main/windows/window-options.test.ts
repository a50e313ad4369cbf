import { expect, it } from 'vitest';
import { windowOptions } from '../../../../electron/main/windows/window-options.ts';

const settings = {
  title: '售后前台',
  preloadFile: '/p.cjs',
  iconFile: '/i.png',
  bounds: null,
  isDeveloping: false,
};

it('gives a page nothing of Node and no developer tools in an installed program', () => {
  expect(windowOptions(settings).webPreferences).toEqual({
    preload: '/p.cjs',
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
    devTools: false,
    spellcheck: false,
  });
});

it('opens where it was, at the latest size', () => {
  const bounds = { x: 20, y: 30, width: 1500, height: 900, isMaximized: false };
  expect(windowOptions({ ...settings, bounds })).toMatchObject({ x: 20, y: 30, width: 1500, height: 900 });
  expect(windowOptions(settings)).toMatchObject({ width: 1366, height: 768 });
});
