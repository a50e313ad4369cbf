import { isTrustedPage } from '../trusted-page.ts';
import type { SpeakingFrame } from '../trusted-page.ts';

/** The part of Electron's `Session` that decides over permissions, downloads and the network. */
export interface GuardedSession {
  setPermissionRequestHandler(
    handler: (contents: AskingContents, permission: string, answer: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: (contents: AskingContents | null, permission: string) => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  on(
    event: 'will-download',
    listener: (event: { preventDefault(): void }, item: { getURL(): string }) => void,
  ): unknown;
  readonly webRequest: {
    onBeforeRequest(
      filter: { urls: string[] },
      listener: (request: { readonly url: string }, answer: (decision: { cancel: boolean }) => void) => void,
    ): void;
  };
}

interface AskingContents {
  readonly mainFrame: SpeakingFrame;
}

/** Refuses camera, microphone, location, devices, the network; a page of the program may copy text, and nothing else. */
export function protectSession(session: GuardedSession, trustedOrigins: readonly string[]): void {
  const mayHave = (contents: AskingContents | null, permission: string): boolean =>
    permission === 'clipboard-sanitized-write' &&
    contents !== null &&
    isTrustedPage(contents.mainFrame, trustedOrigins);
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(mayHave(contents, permission)),
  );
  session.setPermissionCheckHandler(mayHave);
  session.setDevicePermissionHandler(() => false);
  // What the page itself holds may be saved, with Electron's save dialog; nothing is fetched from anywhere.
  session.on('will-download', (event, item) => {
    if (!trustedOrigins.some((origin) => item.getURL().startsWith(`blob:${origin}/`))) event.preventDefault();
  });
  // The content security policy says the same; this also stops what it does not see, such as preconnections.
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (request, answer) => {
      answer({ cancel: !isOfTrustedServer(request.url, trustedOrigins) });
    },
  );
}

function isOfTrustedServer(address: string, trustedOrigins: readonly string[]): boolean {
  const page = address.replace(/^ws/, 'http');
  return trustedOrigins.some((origin) => page.startsWith(`${origin}/`));
}
