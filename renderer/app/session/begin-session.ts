import type { Service } from '../../service/service-context.tsx';
import { keepToken, noteLeaving, sessionOver } from '../../service/token.ts';
import { flushDrafts } from '../drafts/draft-box.ts';
import { signedIn } from './session.ts';
import type { Person } from './session.ts';

/** Takes over the session that the host has just begun. */
export function beginSession({ token, person }: { readonly token: string; readonly person: Person }): void {
  flushDrafts();
  keepToken(token);
  signedIn.set(person);
}

/** Ends the session here and at the host. Without a connection it ends here, and at the host by time. */
export async function endSession(service: Service): Promise<void> {
  flushDrafts();
  noteLeaving();
  await service.session.signOut.call().catch(() => {});
  keepToken(null);
  sessionOver.set(false);
  signedIn.set(null);
}

/** How this PC is called in the list of sessions. */
export function deviceName(): string {
  const system = /Windows|Mac OS|Android|Linux/.exec(navigator.userAgent)?.[0] ?? '';
  return `${system} ${window.desktop ? 'Shouhou Desk' : 'Web'}`.trim();
}
