import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Moment } from '#shared/domain/days.ts';
import type { ReportContent } from './report-content.rules.ts';

/** SHA-256, in hex, of everything the paper says; what the customer adds by hand is not part of it. */
export function contentHashOf(content: ReportContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** An approved supplement, as far as a paper is held to it. */
export interface SealedSupplement {
  readonly ordinal: number;
  readonly text: string;
  readonly writtenBy: string | null;
  readonly writtenAt: Moment;
  readonly decidedBy: string | null;
  readonly decidedAt: Moment | null;
}

/**
 * The hash of a paper as it was printed before the first supplement was approved, after the first approval, and so on; the
 * last is that of the paper as it is printed now. Without supplements a paper says what the report says.
 */
export function paperHashes(contentHash: string, approved: readonly SealedSupplement[]): readonly string[] {
  const inOrderOfApproval = approved.toSorted((one, other) => (one.decidedAt ?? 0) - (other.decidedAt ?? 0));
  return [
    contentHash,
    ...inOrderOfApproval.map((_, index) => hashWith(contentHash, inOrderOfApproval.slice(0, index + 1))),
  ];
}

function hashWith(contentHash: string, supplements: readonly SealedSupplement[]): string {
  const printed = supplements
    .toSorted((one, other) => one.ordinal - other.ordinal)
    .map(({ ordinal, text, writtenBy, writtenAt, decidedBy, decidedAt }) => ({
      ordinal,
      text,
      writtenBy,
      writtenAt,
      decidedBy,
      decidedAt,
    }));
  return createHash('sha256')
    .update(canonicalJson({ contentHash, supplements: printed }))
    .digest('hex');
}

/** Whether what was sealed is still what was hashed; false while nothing is sealed. */
export function isIntact(sealed: {
  readonly sealedContent: ReportContent | null;
  readonly contentHash: string;
}): boolean {
  return sealed.sealedContent !== null && contentHashOf(sealed.sealedContent) === sealed.contentHash;
}

/** The part of the hash that is printed for people to compare: 7F3A-19C2-5E80. Empty while there is no hash. */
export function checkCodeOf(contentHash: string): string {
  return (contentHash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');
}

/** The text of the QR code of a report: its number and enough of the hash that nobody finds another text for it. */
export function reportQrText(number: string, contentHash: string): string {
  return ['SHD', number, contentHash.slice(0, 32)].join('|');
}

/** The number of a report on a paper, and the beginning of the hash of what the paper says, in lower case. */
export interface PaperMark {
  readonly number: string;
  readonly hash: string;
}

/**
 * Reads what reportQrText wrote, or the number and the check code as a person types them off a paper whose code cannot
 * be scanned; undefined for anything else.
 */
export function readPaperMark(text: string): PaperMark | undefined {
  const plain = text.normalize('NFKC').trim();
  const scanned = /^SHD\|(FB\d{6}-\d{4,9})\|([0-9a-f]{32})$/i.exec(plain);
  const typed = /^(FB\d{6}-\d{4,9})[\s,|:]+([0-9a-f]{4})[-\s]?([0-9a-f]{4})[-\s]?([0-9a-f]{4})$/i.exec(plain);
  const [, number, ...hash] = scanned ?? typed ?? [];
  return number === undefined
    ? undefined
    : { number: number.toUpperCase(), hash: hash.join('').toLowerCase() };
}
