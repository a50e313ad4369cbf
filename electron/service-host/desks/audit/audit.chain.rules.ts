import { dayOf } from '#shared/domain/days.ts';
import { type AuditContent, auditHash, chainStart, earlierAuditHash } from './audit.rules.ts';

/** A row of the trail as it lies in the books, its values unread. */
export interface StoredEntry extends AuditContent {
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
  | 'dayDiffers'
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
  if (auditHash(previous.hash, entry) === entry.hash) return undefined;
  if (earlierAuditHash(previous.hash, entry) === entry.hash) return undefined;
  const because = isJson(entry.before) && isJson(entry.after) ? 'changed' : 'unreadable';
  return { at: expected, because };
}

/** A row that says with which entry another day begins. */
export interface StoredDay {
  readonly sequence: number;
  readonly day: string;
  readonly dayBefore: string;
}

/**
 * The first entry at which the stored days are not those of the entries; undefined when they fit. `earlier` is the entry
 * before the first of `entries`, if there is one.
 */
export function dayFaultIn(
  earlier: { readonly at: number } | undefined,
  entries: readonly { readonly sequence: number; readonly at: number }[],
  stored: readonly StoredDay[],
): number | undefined {
  const expected = entries.flatMap(({ sequence, at }, index) => {
    const before = entries[index - 1] ?? earlier;
    const dayBefore = before === undefined ? '' : dayOf(before.at);
    return dayOf(at) === dayBefore ? [] : [{ sequence, day: dayOf(at), dayBefore }];
  });
  for (let index = 0; index < Math.max(expected.length, stored.length); index += 1) {
    const [wanted, found] = [expected[index], stored[index]];
    if (
      wanted?.sequence === found?.sequence &&
      wanted?.day === found?.day &&
      wanted?.dayBefore === found?.dayBefore
    )
      continue;
    return Math.min(wanted?.sequence ?? Infinity, found?.sequence ?? Infinity);
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
