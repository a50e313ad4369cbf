import { daysBetween, type Day } from '#shared/domain/days.ts';
import { oneUnit, type Quantity } from '#shared/domain/quantities.ts';

const tagsPerLineAtMost = 50;

/** How the pieces of one issued line are tagged: each piece for itself, so that twenty parts back are twenty scans; metres and litres, and long runs, as one. */
export function tagQuantities(quantity: Quantity): readonly Quantity[] {
  const pieces = quantity / oneUnit;
  return Number.isInteger(pieces) && pieces <= tagsPerLineAtMost
    ? Array.from({ length: pieces }, () => oneUnit)
    : [quantity];
}

/** The number on the tag, out of what a scanner read: the number itself, or the text of the tag's QR code. */
export function numberScanned(scanned: string): string {
  const plain = scanned.normalize('NFKC').trim().toUpperCase();
  return /JJ\d{6}-\d{4,}/.exec(plain)?.[0] ?? plain;
}

/** The text of the QR code on a tag. */
export function tagQrText(tag: {
  readonly number: string;
  readonly caseNumber: string;
  readonly reading: string;
  readonly fault: string;
}): string {
  return ['SHD', tag.number, tag.caseNumber, tag.reading, tag.fault.slice(0, 40)].join('|');
}

/** Days a part is late; 0 while it is not. */
export function daysOverdue(dueDay: Day, today: Day): number {
  return Math.max(0, daysBetween(dueDay, today));
}
