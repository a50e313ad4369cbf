import type { Books } from '#shared/domain/books.ts';

/*
 * Each window works in the real books or in the sample. The choice lives in its sessionStorage: it survives a reload and
 * ends with the window, so that a program started anew opens the real books. A link with ?books=sample chooses the sample.
 */

const name = 'shouhou/books';

/** Whether this window works in the sample, where nothing is real work. */
export function inSample(): boolean {
  // The unit tests of the page have no window.
  return globalThis.sessionStorage?.getItem(name) === 'sample';
}

/** Takes the choice out of the address, before the first screen. */
export function takeBooksFromAddress(): void {
  const asked = new URLSearchParams(location.search).get('books');
  if (asked !== 'sample' && asked !== 'real') return;
  sessionStorage.setItem(name, asked);
  history.replaceState(null, '', location.pathname + location.hash);
}

/** Opens the other books in this window, from their first screen. What is typed here is kept here. */
export function openBooks(books: Books): void {
  sessionStorage.setItem(name, books);
  history.replaceState(null, '', location.pathname);
  location.reload();
}
