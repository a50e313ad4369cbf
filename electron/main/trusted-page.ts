/** The origin of the program's own pages. */
export const appOrigin = 'app://desk';

/** The part of Electron's `WebFrameMain` that tells who is speaking. */
export interface SpeakingFrame {
  readonly parent: unknown;
  readonly detached: boolean;
  readonly origin: string;
  readonly url: string;
  isDestroyed(): boolean;
}

/** Whether a message comes from our own page: the main frame of a window, still showing what we loaded into it. */
export function isTrustedPage(
  frame: SpeakingFrame | null,
  trustedOrigins: readonly string[],
): frame is SpeakingFrame {
  if (frame === null || frame.isDestroyed() || frame.detached) return false;
  if (frame.parent !== null) return false;
  // The address is asked as well: an about:blank page inherits the origin of the page that opened it.
  return (
    trustedOrigins.includes(frame.origin) &&
    trustedOrigins.some((origin) => frame.url.startsWith(`${origin}/`))
  );
}

/** The origins our pages come from; while developing, also the local server that builds them. */
export function trustedOriginsOf(developmentPage: string | undefined): readonly string[] {
  return developmentPage === undefined ? [appOrigin] : [appOrigin, new URL(developmentPage).origin];
}
