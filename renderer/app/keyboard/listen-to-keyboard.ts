import { focusKeeper } from './focus-keeper.ts';
import { listenToScanner } from './scanner.ts';
import { listenToKeys, shortcuts } from './shortcuts.ts';

/** Listens to everything that comes from the keyboard, on every page of the program; returns how to stop. */
export function listenToKeyboard(page: Window): () => void {
  const stops = [
    // Scans are taken out of the stream of keys before shortcuts look at it.
    listenToScanner(page),
    listenToKeys(page, shortcuts),
    focusKeeper.watch(page.document),
  ];
  return () => stops.forEach((stop) => stop());
}
