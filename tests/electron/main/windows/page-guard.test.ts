import { describe, expect, it } from 'vitest';
import {
  addressOfPlace,
  guardPage,
  mayNavigate,
  type GuardedContents,
} from '../../../../electron/main/windows/page-guard.ts';

const origins = ['app://desk'];

describe('where a page may go', () => {
  it.each([
    ['app://desk/', true, true],
    ['app://desk/cases/1', true, true],
    ['app://desk.evil/', true, false],
    ['app://other/', true, false],
    ['https://evil.example/', true, false],
    ['http://localhost:5173/', true, false],
    ['file:///C:/Windows/win.ini', true, false],
    ['javascript:alert(1)', true, false],
    ['data:text/html,x', true, false],
    ['about:blank', true, false],
    ['blob:app://desk/5e0', true, false],
    ['shouhou://call?number=1', true, false],
    ['blob:app://desk/5e0', false, true],
    ['blob:https://evil.example/5e0', false, false],
    ['app://desk/', false, false],
    ['https://evil.example/', false, false],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', false, true],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', true, false],
    ['chrome-extension://other/index.html', false, false],
  ])('%s in the main frame %s: %s', (address, isMainFrame, isAllowed) => {
    expect(mayNavigate(address, isMainFrame, origins)).toBe(isAllowed);
  });
});

describe('the guard of a page', () => {
  function guarded() {
    const listeners = new Map<string, (details: never) => void>();
    let openHandler: (() => { action: string }) | undefined;
    const contents: GuardedContents = {
      on: (event: string, listener: (details: never) => void) => listeners.set(event, listener),
      setWindowOpenHandler: (handler) => {
        openHandler = handler;
      },
    };
    guardPage(contents, origins);
    const isPrevented = (event: string, url: string, isMainFrame = true): boolean => {
      let prevented = false;
      const details = { url, isMainFrame, preventDefault: () => (prevented = true) };
      // The guard reads these fields only.
      listeners.get(event)?.(details as never);
      return prevented;
    };
    return { isPrevented, opens: () => openHandler?.() };
  }

  it('stops a navigation and a redirection to anywhere else', () => {
    const { isPrevented } = guarded();
    for (const event of ['will-frame-navigate', 'will-redirect']) {
      expect(isPrevented(event, 'https://evil.example/')).toBe(true);
      expect(isPrevented(event, 'https://evil.example/', false)).toBe(true);
      expect(isPrevented(event, 'app://desk/cases')).toBe(false);
    }
  });

  it('opens no window and no webview', () => {
    const { isPrevented, opens } = guarded();
    expect(opens()).toEqual({ action: 'deny' });
    expect(isPrevented('will-attach-webview', '')).toBe(true);
  });
});

describe('the address of a place', () => {
  it.each([
    ['/', 'app://desk/#/'],
    ['/cases/CASE-1?tab=papers', 'app://desk/#/cases/CASE-1?tab=papers'],
    ['/客户/1', 'app://desk/#/客户/1'],
  ])('%s', (place, address) => {
    expect(addressOfPlace(place)).toBe(address);
  });

  it.each([
    '',
    'cases',
    '//evil.example/',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/a b',
    '/a\nb',
    '/\u0000',
  ])('is none for %j', (place) => {
    expect(addressOfPlace(place)).toBeNull();
  });
});
