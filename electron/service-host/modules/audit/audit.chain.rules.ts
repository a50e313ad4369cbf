import { auditHash, chainStart } from './audit.rules.ts';

/** A row of the trail as it lies in the books, its values unread. */
export interface StoredEntry {
  readonly sequence: number;
  readonly at: number;
  readonly personId: string | null;
  readonly personName: string;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before: string;
  readonly after: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** How far the chain holds: the number of its last entry and that entry's hash. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Why a chain is broken. `cut` and `headDiffers` show only against a head that was noted elsewhere. */
export type ChainFault =
  | 'missing'
  | 'inserted'
  | 'unreadable'
  | 'notLinked'
  | 'changed'
  | 'headDiffers'
  | 'cut';

/** Where the first entry follows on. */
export const chainBeginning: ChainHead = { sequence: 0, hash: chainStart };

/** What is wrong with an entry that comes after `previous`, and at which sequence; undefined when it fits. */
export function faultAfter(
  previous: ChainHead,
  entry: StoredEntry,
): { readonly at: number; readonly because: ChainFault } | undefined {
  const expected = previous.sequence + 1;
  if (entry.sequence > expected) return { at: expected, because: 'missing' };
  if (entry.sequence < expected) return { at: entry.sequence, because: 'inserted' };
  if (entry.previousHash !== previous.hash) return { at: expected, because: 'notLinked' };
  const before = parsed(entry.before);
  const after = parsed(entry.after);
  if (!before || !after) return { at: expected, because: 'unreadable' };
  const hash = auditHash(previous.hash, { ...entry, before: before.value, after: after.value });
  return hash === entry.hash ? undefined : { at: expected, because: 'changed' };
}

/** Whether the entry contradicts a head that was noted on paper or in a backup. */
export function contradicts(entry: ChainHead, noted: ChainHead | undefined): boolean {
  return noted !== undefined && entry.sequence === noted.sequence && entry.hash !== noted.hash;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
