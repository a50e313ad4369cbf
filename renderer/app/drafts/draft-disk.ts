import type { KeptDraft } from './draft-box.ts';

/*
 * The copy of a draft that survives a power cut: IndexedDB with strict durability is on the disk when it answers.
 * localStorage alone is not enough, because the browser writes it to the disk only seconds later.
 */

const storeName = 'drafts';
let opened: Promise<IDBDatabase> | undefined;

/** Writes a draft to the disk before it resolves; `undefined` removes it. */
export async function putOnDisk(key: string, kept: KeptDraft | undefined): Promise<void> {
  const transaction = (await open()).transaction(storeName, 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore(storeName);
  if (kept === undefined) store.delete(key);
  else store.put(kept, key);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

/** Every draft on the disk, by its key. */
export async function draftsOnDisk(): Promise<ReadonlyMap<string, KeptDraft>> {
  const store = (await open()).transaction(storeName, 'readonly').objectStore(storeName);
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  // Only putOnDisk writes here.
  return new Map(keys.map((key, index) => [String(key), values[index] as KeptDraft]));
}

function open(): Promise<IDBDatabase> {
  opened ??= openDatabase().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('shouhou', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  return answered(request);
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}
