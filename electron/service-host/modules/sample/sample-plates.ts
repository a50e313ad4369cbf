import type { Chance } from './chance.ts';

const middleLetters = Array.from('ABCDEFGHJKLMN');

/** A plate of a region that no unit of the sample has yet; among so many, chance gives the same one twice. */
export function freePlate(
  chance: Chance,
  region: { readonly plate: string; readonly letters: string },
  units: readonly { readonly plate: string }[],
): string {
  for (;;) {
    const letter = chance.one(Array.from(region.letters));
    const plate = `${region.plate}${letter}·${chance.digits(2)}${chance.one(middleLetters)}${chance.digits(2)}`;
    if (units.every((unit) => unit.plate !== plate)) return plate;
  }
}
