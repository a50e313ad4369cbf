import { refuse } from '#shared/contract/refusals.ts';
import { codeKey, laterKey } from '#shared/domain/code-key.ts';

interface WantedCode {
  /** The field that the refusal is shown at. */
  readonly field: string;
  readonly code: string;
  /** What an edited record has now: as long as its code stays the same, so does its key. */
  readonly before?: { readonly code: string; readonly key: string | null } | undefined;
}

/** The key to keep beside a code. `holderOf` tells who has a key. Refuses CODE_TAKEN for the code of another record. */
export async function freeKey(
  { field, code, before }: WantedCode,
  holderOf: (key: string) => Promise<string | undefined>,
): Promise<string> {
  const key = codeKey(code);
  const own = before?.key && codeKey(before.code) === key ? before : undefined;
  if (own?.key && own.code === code) return own.key;
  // Of codes that were alike before there were keys, none takes the spelling of another.
  const holder = await holderOf(own?.key === key ? laterKey(key) : key);
  if (holder !== undefined) refuse('CODE_TAKEN', { field, value: code, holder });
  return key;
}
