import { daysBetween, type Day } from '#shared/domain/days.ts';
import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import { oneUnit, type Quantity } from '#shared/domain/quantities.ts';

const tagsPerLineAtMost = 50;

/** How the pieces of one issued line are tagged: each piece for itself, so that twenty parts back are twenty scans; metres and litres, and long runs, as one. */
export function tagQuantities(quantity: Quantity): readonly Quantity[] {
  const pieces = quantity / oneUnit;
  return Number.isInteger(pieces) && pieces <= tagsPerLineAtMost
    ? Array.from({ length: pieces }, () => oneUnit)
    : [quantity];
}

/** Why a tag was taken back without a leader's word: the new part came back unused, or was lost. */
export const withdrawnBecause = ['returned', 'lost'] as const;
export type WithdrawnBecause = (typeof withdrawnBecause)[number];

/** The tags that change when `quantity` of their line turns out not to be installed, with what each is still due for. */
export function tagsAfterWithdrawal<Tag extends { readonly quantity: Quantity }>(
  due: readonly Tag[],
  quantity: Quantity,
): readonly Tag[] {
  const changed: Tag[] = [];
  let left = quantity;
  for (const tag of due) {
    if (left === 0) break;
    const taken = Math.min(left, tag.quantity);
    left -= taken;
    changed.push({ ...tag, quantity: tag.quantity - taken });
  }
  return changed;
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
  const fault = Array.from(tag.fault).slice(0, 40).join('');
  return ['SHD', tag.number, tag.caseNumber, tag.reading, fault].join('|');
}

/** Where the old parts of a line stand, in one word: due while one of them is; null without any. */
export function mostOpenTagState(tags: readonly { readonly state: OldPartState }[]): OldPartState | null {
  return (
    (tags.find((tag) => tag.state === 'due') ?? tags.find((tag) => tag.state === 'in') ?? tags[0])?.state ??
    null
  );
}

/** Days a part is late; 0 while it is not. */
export function daysOverdue(dueDay: Day, today: Day): number {
  return Math.max(0, daysBetween(dueDay, today));
}
