import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Moment } from '#shared/domain/days.ts';

/** What decides whether a report may be finished and printed. */
export interface ReportFacts {
  readonly finishedAt: Moment | null;
  readonly arrivedAt: Moment | null;
  readonly symptom: string;
  readonly cause: string;
  readonly work: string;
  readonly technicianIds: readonly string[];
  readonly lineCount: number;
  readonly noPartsReplaced: boolean;
}

/** Names of what a report still lacks, as keys `missing_<name>` of the messages; empty when it may be finished. */
export function missingOf(report: ReportFacts): readonly string[] {
  const missing: string[] = [];
  if (report.technicianIds.length === 0) missing.push('technicians');
  if (report.finishedAt === null) missing.push('finishTime');
  if (report.finishedAt !== null && report.arrivedAt !== null && report.arrivedAt > report.finishedAt)
    missing.push('timesInOrder');
  if (report.symptom === '') missing.push('symptom');
  if (report.cause === '') missing.push('cause');
  if (report.work === '') missing.push('work');
  if (report.lineCount === 0 && !report.noPartsReplaced) missing.push('parts');
  return missing;
}

/** SHA-256, in hex, of everything the paper says; what the customer adds by hand is not part of it. */
export function contentHashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** The part of the hash that is printed for people to compare: 7F3A-19C2-5E80. Empty while there is no hash. */
export function checkCodeOf(contentHash: string): string {
  return (contentHash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');
}

/** The text of the QR code of a report: its number and enough of the hash that nobody finds another text for it. */
export function reportQrText(number: string, contentHash: string): string {
  return ['SHD', number, contentHash.slice(0, 32)].join('|');
}

/** Reads what reportQrText wrote; undefined for anything else. */
export function readReportQr(text: string): { readonly number: string; readonly hash: string } | undefined {
  const match = /^SHD\|(FB[\dT-]{1,20})\|([0-9a-f]{32})$/i.exec(text.trim());
  return match ? { number: (match[1] ?? '').toUpperCase(), hash: (match[2] ?? '').toLowerCase() } : undefined;
}
