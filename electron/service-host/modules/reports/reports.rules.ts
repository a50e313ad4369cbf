import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { ContentLine, ReportContent } from '#shared/domain/report-content.ts';

/** SHA-256, in hex, of everything the paper says; what the customer adds by hand is not part of it. */
export function contentHashOf(content: ReportContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Whether what was sealed is still what was hashed; false while nothing is sealed. */
export function isIntact(sealed: {
  readonly sealedContent: ReportContent | null;
  readonly contentHash: string;
}): boolean {
  return sealed.sealedContent !== null && contentHashOf(sealed.sealedContent) === sealed.contentHash;
}

/** The fields of a report that its sealed content holds too, under the same name. */
const sealedFields = [
  'number',
  'mileageKm',
  'operatingHours',
  'arrivedAt',
  'finishedAt',
  'symptom',
  'cause',
  'work',
  'faultPlaceOpenedBefore',
  'feeFen',
  'partsFeeFen',
  'labourFeeFen',
  'travelFeeFen',
  'compensation',
] as const;

/** A report as its row and its lines say it. */
export type HeldReport = Readonly<Pick<ReportContent, (typeof sealedFields)[number]>> & {
  readonly lines: readonly Pick<ContentLine, 'quantity' | 'reason'>[];
};

/** Whether row and lines of a report still say what was sealed: nobody changed them past the program. */
export function holdsAsSealed(held: HeldReport, sealed: ReportContent): boolean {
  const linesOf = (lines: HeldReport['lines']) => lines.map(({ quantity, reason }) => ({ quantity, reason }));
  return (
    // Contents sealed before fees had parts name none.
    sealedFields.every((name) => (held[name] ?? null) === (sealed[name] ?? zeroOf(name))) &&
    canonicalJson(linesOf(held.lines)) === canonicalJson(linesOf(sealed.lines))
  );
}

function zeroOf(name: (typeof sealedFields)[number]): 0 | null {
  return name.endsWith('FeeFen') ? 0 : null;
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
