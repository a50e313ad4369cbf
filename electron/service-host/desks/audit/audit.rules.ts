import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical-json.ts';

/** What one row of the audit trail says, without its hashes. */
export interface AuditContent {
  readonly sequence: number;
  readonly at: number;
  readonly personId: string | null;
  readonly personName: string;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The JSON texts as they are stored, in the one form that canonicalJson gives. */
  readonly before: string;
  readonly after: string;
}

/** The hash the first row follows. */
export const chainStart = '0'.repeat(64);

/**
 * SHA-256, in hex, over the hash of the row before and everything this row says, its texts as they are stored: another text
 * of the same value has another hash.
 */
export function auditHash(previousHash: string, content: AuditContent): string {
  const { sequence, at, personId, personName, act, subjectKind, subjectId, before, after } = content;
  const told = { sequence, at, personId, personName, act, subjectKind, subjectId, before, after };
  return hashOver(previousHash, told);
}

/**
 * The hash of an entry that was written before texts were hashed: over its values. Such an entry is valid as long as its
 * texts are those that its values give.
 */
export function earlierAuditHash(previousHash: string, content: AuditContent): string | undefined {
  const before = valueIn(content.before);
  const after = valueIn(content.after);
  if (!before || !after) return undefined;
  const { sequence, at, personId, personName, act, subjectKind, subjectId } = content;
  const who = { sequence, at, personId, personName, act, subjectKind, subjectId };
  return hashOver(previousHash, { ...who, before: before.value, after: after.value });
}

/** The value of a stored text, where the text is one that the program writes. */
function valueIn(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function hashOver(previousHash: string, told: Record<string, unknown>): string {
  return createHash('sha256').update(previousHash).update('\n').update(canonicalJson(told)).digest('hex');
}
