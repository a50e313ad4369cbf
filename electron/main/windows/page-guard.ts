import { appOrigin } from '../trusted-page.ts';

/** The part of Electron's `WebContents` through which a page could leave or open something. */
export interface GuardedContents {
  on(event: 'will-frame-navigate', listener: (details: NavigationDetails) => void): unknown;
  on(event: 'will-redirect', listener: (details: NavigationDetails) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

interface Preventable {
  preventDefault(): void;
}

interface NavigationDetails extends Preventable {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** Keeps a page where it is: nothing leads it elsewhere, and it opens no window of its own. */
export function guardPage(contents: GuardedContents, trustedOrigins: readonly string[]): void {
  const refuseElsewhere = (details: NavigationDetails): void => {
    if (!mayNavigate(details.url, details.isMainFrame, trustedOrigins)) details.preventDefault();
  };
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', refuseElsewhere);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Whether a frame may go to `address`: the page to itself, a frame inside it to a paper the page holds. */
export function mayNavigate(
  address: string,
  isMainFrame: boolean,
  trustedOrigins: readonly string[],
): boolean {
  if (isMainFrame) return trustedOrigins.some((origin) => address.startsWith(`${origin}/`));
  return (
    trustedOrigins.some((origin) => address.startsWith(`blob:${origin}/`)) || address.startsWith(paperViewer)
  );
}

/** Chromium's own viewer for PDF, which it puts into the frame that shows one. */
const paperViewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/** The address of a place in the program, which the page reads behind the #; null when `place` is none. */
export function addressOfPlace(place: string, pageOrigin: string = appOrigin): string | null {
  if (!place.startsWith('/') || /[\\\u0000-\u0020\u007f]/.test(place) || place.startsWith('//')) return null;
  const address = `${pageOrigin}/#${place}`;
  return URL.canParse(address) ? address : null;
}
