/** A unit to be made with the call: its model, and what it is found by. */
export interface NewUnit {
  /** Null until it is chosen. */
  readonly productId: string | null;
  readonly plate: string;
  /** Serial number or VIN. */
  readonly serialNumber: string;
}

/** The most characters of each in a unit's file. */
export const plateLength = 20;
export const serialNumberLength = 40;

/** A new unit of the text that was looked for in vain: a plate or a serial number, as it looks; the person may change it. */
export function newUnitOf(text: string, productId: string | null): NewUnit {
  return looksLikePlate(text)
    ? { productId, plate: text, serialNumber: '' }
    : { productId, plate: '', serialNumber: cut(text, serialNumberLength) };
}

/** The name under which the card shows it. */
export function newUnitName({ plate, serialNumber }: NewUnit): string {
  return [plate, serialNumber].filter((text) => text.trim() !== '').join('  ');
}

/** A Chinese plate begins with its province, others are short and mix letters and digits; a serial number does neither. */
function looksLikePlate(text: string): boolean {
  if (text.length > plateLength) return false;
  return /\p{Script=Han}/u.test(text) || /^(?=.*\d)(?=.*[a-z])[a-z\d][a-z\d .·-]{3,9}$/i.test(text);
}

/** Cuts between characters, never through one. */
function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
