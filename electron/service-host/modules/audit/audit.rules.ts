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
  readonly before: unknown;
  readonly after: unknown;
}

/** The hash the first row follows. */
export const chainStart = '0'.repeat(64);

/** SHA-256, in hex, over the hash of the row before and everything this row says. */
export function auditHash(previousHash: string, content: AuditContent): string {
  const { sequence, at, personId, personName, act, subjectKind, subjectId, before, after } = content;
  const told = canonicalJson({
    sequence,
    at,
    personId,
    personName,
    act,
    subjectKind,
    subjectId,
    before,
    after,
  });
  return createHash('sha256').update(previousHash).update('\n').update(told).digest('hex');
}
