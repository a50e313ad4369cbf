import { createStore } from '../app/store.ts';
import { inSample } from './books.ts';

/*
 * The session's token lives in this window's sessionStorage: it survives a reload and ends with the window. The sample
 * has a token of its own, so that going there and back ends no session.
 */

const name = () => (inSample() ? 'shouhou/sample/token' : 'shouhou/token');

/** Whether the host has said that the session of this window is over, while its screens are still open. */
export const sessionOver = createStore(false);

let leaving: string | null = null;

/** The person is signing out at this window: that its session ends is no news to them. */
export function noteLeaving(): void {
  leaving = sessionToken();
}

/** The host says that the session of a token is over; a late word on another session says nothing about this one. */
export function noteOver(token: string | null): void {
  if (token !== null && token === sessionToken() && token !== leaving) sessionOver.set(true);
}

/** The token of the session, or null when nobody is signed in at this window. */
export function sessionToken(): string | null {
  return sessionStorage.getItem(name());
}

/** Keeps the token of the session just begun; null forgets it. */
export function keepToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(name());
  else sessionStorage.setItem(name(), token);
  sessionOver.set(false);
}
