import type { Day } from '#shared/domain/days.ts';

/** What a unit is found by and shown as. */
export interface UnitTexts {
  readonly plate: string;
  readonly serialNumber: string;
  readonly engineNumber: string;
  readonly productCode: string;
  readonly customerName: string;
}

/** The search entry of a unit: its plate or serial number, and beneath it model and customer. */
export function unitSearchEntry(unit: UnitTexts) {
  const { plate, serialNumber, engineNumber, productCode, customerName } = unit;
  return {
    title: [plate, serialNumber, engineNumber].find((text) => text !== '') ?? productCode,
    subtitle: `${productCode} · ${customerName}`,
    texts: [plate, serialNumber, engineNumber, productCode, customerName],
  };
}

/** What a counter showed on a day. */
export interface ReadingValues {
  readonly day: Day;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
}

interface KeptReading extends ReadingValues {
  readonly id: string;
}

/** What becomes of a reading: it is kept, it says nothing or nothing new, or it runs backwards. */
export type ReadingVerdict =
  | { readonly kind: 'keep' }
  | { readonly kind: 'nothingNew'; readonly knownId: string | null }
  | { readonly kind: 'below'; readonly lastDay: Day; readonly lastKm: number };

/**
 * Decides on a reading. `upToDay` are the readings of its day and before, newest first; one noted later for an earlier
 * day is held against those alone. A replaced counter may show less.
 */
export function judgeReading(
  reading: ReadingValues,
  upToDay: readonly KeptReading[],
  counterReplaced: boolean,
): ReadingVerdict {
  const { day, mileageKm, operatingHours } = reading;
  if (mileageKm === null && operatingHours === null) return { kind: 'nothingNew', knownId: null };
  const known = upToDay.find(
    (other) =>
      other.day === day && covers(other.mileageKm, mileageKm) && covers(other.operatingHours, operatingHours),
  );
  if (known) return { kind: 'nothingNew', knownId: known.id };
  const last = upToDay.find((other) => other.mileageKm !== null);
  const runsBackwards = last && last.mileageKm !== null && mileageKm !== null && mileageKm < last.mileageKm;
  return runsBackwards && !counterReplaced
    ? { kind: 'below', lastDay: last.day, lastKm: last.mileageKm ?? 0 }
    : { kind: 'keep' };
}

function covers(known: number | null, told: number | null): boolean {
  return told === null || told === known;
}
