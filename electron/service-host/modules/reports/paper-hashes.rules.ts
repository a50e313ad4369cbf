import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Moment } from '#shared/domain/days.ts';
import type { Satisfaction } from '#shared/domain/states.ts';

/** An approved supplement, as far as a paper is held to it. */
export interface SealedSupplement {
  readonly ordinal: number;
  readonly text: string;
  readonly writtenBy: string | null;
  readonly writtenAt: Moment;
  readonly decidedBy: string | null;
  readonly decidedAt: Moment | null;
}

/** What the customer said and signed, as it stands on papers printed afterwards. */
export interface SealedSignature {
  readonly satisfaction: Satisfaction | null;
  readonly customerRemarks: string;
  readonly signedBy: string;
  readonly signedAt: Moment;
}

/** The hash of a paper as it was printed at some time, and what its check code stood for then. */
export interface PaperHash {
  readonly hash: string;
  /** Whether the code covers what the customer said and signed; codes of the first version never did. */
  readonly coversSignature: boolean;
  /** How many approved supplements it covers. */
  readonly supplements: number;
}

/** What a paper of a report says, beside the sealed content. */
export interface PaperParts {
  readonly contentHash: string;
  /** Null before the signature is filed. */
  readonly signature: SealedSignature | null;
  readonly approved: readonly SealedSupplement[];
}

/**
 * The hashes that papers of a report carried, the last being that of a paper printed now. Before the signature a paper says
 * what was sealed. In the first version of the code it said so afterwards too, with the supplements approved by then; in
 * the second it covers satisfaction, remarks and signature as well, so that a paper of either version is known by its hash.
 */
export function paperHashes({ contentHash, signature, approved }: PaperParts): readonly PaperHash[] {
  const inOrder = approved.toSorted((one, other) => (one.decidedAt ?? 0) - (other.decidedAt ?? 0));
  const upTo = (count: number) => printedForm(inOrder.slice(0, count));
  const counts = Array.from({ length: approved.length + 1 }, (_, count) => count);
  const first = counts.map((count) => ({
    hash: count === 0 ? contentHash : hashOf({ contentHash, supplements: upTo(count) }),
    coversSignature: false,
    supplements: count,
  }));
  if (signature === null) return first;
  const second = counts.map((count) => ({
    hash: hashOf({ contentHash, signature, supplements: upTo(count) }),
    coversSignature: true,
    supplements: count,
  }));
  return [...first, ...second];
}

/** The hash of a paper printed now. */
export function paperHashNow(parts: PaperParts): string {
  return paperHashes(parts).at(-1)?.hash ?? parts.contentHash;
}

/** The signature of a report, once it is filed. */
export function signatureOf(report: {
  readonly satisfaction: Satisfaction | null;
  readonly customerRemarks: string;
  readonly signedBy: string;
  readonly signedAt: Moment | null;
}): SealedSignature | null {
  const { satisfaction, customerRemarks, signedBy, signedAt } = report;
  return signedAt === null ? null : { satisfaction, customerRemarks, signedBy, signedAt };
}

function printedForm(supplements: readonly SealedSupplement[]): readonly SealedSupplement[] {
  return supplements
    .toSorted((one, other) => one.ordinal - other.ordinal)
    .map(({ ordinal, text, writtenBy, writtenAt, decidedBy, decidedAt }) => ({
      ordinal,
      text,
      writtenBy,
      writtenAt,
      decidedBy,
      decidedAt,
    }));
}

function hashOf(value: object): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
