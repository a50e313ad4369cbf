import { recall, recalledKeys, remember } from '../memory.ts';
import { flushDrafts, type DraftPlaces, type KeptDraft } from './draft-box.ts';
import { draftsOnDisk, putOnDisk } from './draft-disk.ts';
import { draftKeyOf, windowOfKey } from './draft-keys.ts';
import { openWindows, windowId } from './window-id.ts';

/** localStorage at once, IndexedDB surely. */
export const draftPlaces: DraftPlaces = {
  now: (key, kept) => remember(key, kept),
  surely: putOnDisk,
};

/** Where this window keeps the draft `name` of a person. */
export function draftKey(personId: string, name: string): string {
  return draftKeyOf(personId, name, windowId());
}

/** The draft this window has kept itself. */
export function ownDraft(key: string): KeptDraft | undefined {
  return asDraft(recall(key));
}

/** The drafts of exactly this name whose windows are gone, and the disk's copy of this window's own, by their keys. */
export async function leftDrafts(personId: string, name: string): Promise<ReadonlyMap<string, KeptDraft>> {
  const found = new Map(await draftsOnDisk().catch(() => new Map<string, KeptDraft>()));
  for (const key of recalledKeys(draftKeyOf(personId, name, ''))) {
    const kept = asDraft(recall(key));
    if (kept && kept.at >= (found.get(key)?.at ?? 0)) found.set(key, kept);
  }
  const open = await openWindows();
  for (const key of found.keys()) {
    const window = windowOfKey(key, personId, name);
    if (window === undefined || (window !== windowId() && open?.has(window))) found.delete(key);
  }
  return found;
}

/** Every draft that a person has kept on this PC, the newest first. */
export async function draftsOfPerson(personId: string): Promise<readonly KeptDraft[]> {
  flushDrafts();
  const start = `draft/${personId}/`;
  const kept = new Map(
    [...(await draftsOnDisk().catch(() => new Map<string, KeptDraft>()))].filter(([key]) =>
      key.startsWith(start),
    ),
  );
  for (const key of recalledKeys(start)) {
    const draft = asDraft(recall(key));
    if (draft) kept.set(key, draft);
  }
  return [...kept.values()].toSorted((one, other) => other.at - one.at);
}

/** Writes the drafts that wait whenever the page may be about to go. */
export function keepDraftsOnLeaving(page: Window): void {
  page.addEventListener('pagehide', flushDrafts);
  page.document.addEventListener('visibilitychange', flushDrafts);
  page.addEventListener('blur', flushDrafts);
}

function asDraft(value: unknown): KeptDraft | undefined {
  if (typeof value !== 'object' || value === null || !('value' in value) || !('at' in value))
    return undefined;
  // Only a DraftBox writes under these keys.
  return value as KeptDraft;
}
