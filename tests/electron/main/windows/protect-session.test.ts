import { beforeEach, describe, expect, it } from 'vitest';
import { protectSession, type GuardedSession } from '../../../../electron/main/windows/protect-session.ts';

type Handler<Name extends keyof GuardedSession> = GuardedSession[Name] extends (handler: infer Given) => void
  ? Given
  : never;

const page = {
  parent: null,
  detached: false,
  origin: 'app://desk',
  url: 'app://desk/',
  isDestroyed: () => false,
};
const ours = { mainFrame: page };
const stranger = { mainFrame: { ...page, origin: 'https://evil.example', url: 'https://evil.example/' } };

let request: Handler<'setPermissionRequestHandler'>;
let check: Handler<'setPermissionCheckHandler'>;
let device: Handler<'setDevicePermissionHandler'>;
let download: (event: { preventDefault(): void }, item: { getURL(): string }) => void;
let filter: readonly string[] = [];
let beforeRequest: (
  request: { readonly url: string },
  answer: (decision: { cancel: boolean }) => void,
) => void;

beforeEach(() => {
  const session: GuardedSession = {
    setPermissionRequestHandler: (handler) => (request = handler),
    setPermissionCheckHandler: (handler) => (check = handler),
    setDevicePermissionHandler: (handler) => (device = handler),
    on: (_event, listener) => (download = listener),
    webRequest: {
      onBeforeRequest: ({ urls }, listener) => {
        filter = urls;
        beforeRequest = listener;
      },
    },
  };
  protectSession(session, ['app://desk', 'http://localhost:5173']);
});

describe('the protected session', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'midiSysex',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'hid',
    'serial',
    'usb',
    'fileSystem',
    'idle-detection',
    'unknown',
  ])('refuses %s to everybody', (permission) => {
    const answers: boolean[] = [];
    request(ours, permission, (granted) => answers.push(granted));
    expect([...answers, check(ours, permission), check(null, permission)]).toEqual([false, false, false]);
  });

  it('lets our page, and nobody else, copy text', () => {
    const answers: boolean[] = [];
    request(ours, 'clipboard-sanitized-write', (granted) => answers.push(granted));
    request(stranger, 'clipboard-sanitized-write', (granted) => answers.push(granted));
    expect(answers).toEqual([true, false]);
    expect(check(null, 'clipboard-sanitized-write')).toBe(false);
  });

  it('gives no device', () => {
    expect(device()).toBe(false);
  });

  it('saves only what the page itself holds', () => {
    const isPrevented = (url: string): boolean => {
      let prevented = false;
      download({ preventDefault: () => (prevented = true) }, { getURL: () => url });
      return prevented;
    };
    expect(isPrevented('blob:app://desk/5e0')).toBe(false);
    expect(isPrevented('https://evil.example/x.exe')).toBe(true);
    expect(isPrevented('blob:https://evil.example/5e0')).toBe(true);
    expect(isPrevented('data:application/octet-stream,x')).toBe(true);
  });

  it('reaches no server but the one the page was built from while developing', () => {
    const isCancelled = (url: string): boolean | undefined => {
      let cancelled: boolean | undefined;
      beforeRequest({ url }, ({ cancel }) => (cancelled = cancel));
      return cancelled;
    };
    expect(filter).toEqual(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*']);
    expect(isCancelled('http://localhost:5173/app/main.tsx')).toBe(false);
    expect(isCancelled('ws://localhost:5173/?token=1')).toBe(false);
    expect(isCancelled('https://evil.example/?stolen=1')).toBe(true);
    expect(isCancelled('http://localhost:5173.evil.example/')).toBe(true);
    expect(isCancelled('wss://evil.example/')).toBe(true);
  });
});
