import { newId } from '#shared/domain/ids.ts';

/*
 * Each window keeps its drafts apart, so that two windows on the same form do not write over each other. A draft whose
 * window is gone is an orphan, and the next window that opens the form takes it over.
 */

const name = 'shouhou/window';
const lockPrefix = 'shouhou/window/';

/** The name of this window; the same after a reload. */
export function windowId(): string {
  const known = sessionStorage.getItem(name);
  if (known !== null) return known;
  const made = newId<'window'>();
  sessionStorage.setItem(name, made);
  return made;
}

/** Marks this window as open, for as long as it is. Call it before the first screen. */
export async function claimWindowId(): Promise<void> {
  // Outside of a secure context there are no locks: then drafts of any window are taken over.
  if (!navigator.locks) return;
  if (await claimed(windowId())) return;
  // A window opened by another one inherits its sessionStorage, and with it a name that is taken.
  sessionStorage.removeItem(name);
  await claimed(windowId());
}

/** The windows open now, or `undefined` where that cannot be known. */
export async function openWindows(): Promise<ReadonlySet<string> | undefined> {
  if (!navigator.locks) return undefined;
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap((lock) => (lock.name?.startsWith(lockPrefix) ? lock.name.slice(lockPrefix.length) : [])),
  );
}

function claimed(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(lockPrefix + id, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until the window closes.
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}
