import { desktopCallNames } from '#shared/desktop/desktop-calls.ts';
import type { DesktopCallName } from '#shared/desktop/desktop-calls.ts';
import { desktopArguments } from './desktop-arguments.ts';
import type { DesktopAnswers } from './desktop-bridge.ts';
import { isTrustedPage } from './trusted-page.ts';
import type { SpeakingFrame } from './trusted-page.ts';

/** The part of Electron's `ipcMain` that answers calls. */
export interface CallListener<Page> {
  handle(channel: string, listener: (event: CallEvent<Page>, argument: unknown) => Promise<unknown>): void;
}

interface CallEvent<Page> {
  readonly senderFrame: SpeakingFrame | null;
  readonly sender: Page;
}

/** Answers the calls of our own pages; a call from anywhere else, or with a wrong argument, does nothing. */
export function answerPages<Page>(
  ipc: CallListener<Page>,
  answers: DesktopAnswers<Page>,
  trustedOrigins: readonly string[],
): void {
  for (const name of desktopCallNames) answerCall(ipc, name, answers, trustedOrigins);
}

function answerCall<Page, Name extends DesktopCallName>(
  ipc: CallListener<Page>,
  name: Name,
  answers: DesktopAnswers<Page>,
  trustedOrigins: readonly string[],
): void {
  ipc.handle(name, async (event, argument) => {
    if (!isTrustedPage(event.senderFrame, trustedOrigins))
      throw new Error('refused: not a page of this program');
    const parsed = desktopArguments[name].safeParse(argument);
    if (!parsed.success) throw new Error(`refused: wrong argument of ${name}`);
    // The argument table and the answer table are both typed by DesktopCalls, under the same name.
    return answers[name](parsed.data as Parameters<DesktopAnswers<Page>[Name]>[0], event.sender);
  });
}
