import { newId } from '#shared/domain/ids.ts';

/** Whether the figures of the full programme are wanted, or the small dose of every run. */
export const isFull = process.env['TRUST_SIZE'] === 'full';

/** So many of what a test tries: the small dose of every run, or the full figure. */
export function dose(small: number, full: number): number {
  return isFull ? full : small;
}

/** Where the chance of a test begins: TRUST_SEED to see a failure again, the same at every CI run, anything otherwise. */
export function seedOfRun(): number {
  const wanted = Number(process.env['TRUST_SEED'] ?? (process.env['CI'] ? 20_261_122 : Number.NaN));
  return Number.isSafeInteger(wanted) ? wanted : Math.trunc(Math.random() * 2 ** 31);
}

/** Chance that comes back: the same seed gives the same numbers. */
export interface Chance {
  /** From 0 up to 1, without 1. */
  next(): number;
  /** A whole number from `least` to `most`, both among them. */
  between(least: number, most: number): number;
  /** True so often in a hundred. */
  percent(often: number): boolean;
  /** One of these; there is at least one. */
  oneOf<Item>(items: readonly Item[]): Item;
}

/** Chance from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    percent: (often) => next() * 100 < often,
    // The index is within the list.
    oneOf: <Item>(items: readonly Item[]) => items[between(0, items.length - 1)] as Item,
  };
}

/** Says what a test of trust did: how often it tried, how often that had the wanted effect, and from which seed. */
export function tell(
  name: string,
  facts: { readonly tried: number; readonly effective: number; readonly seed: number } & Record<
    string,
    number | string
  >,
): void {
  const told = Object.entries(facts).map(([key, value]) => `${key} ${value}`);
  console.log(`${name}: ${told.join(', ')}`);
}

/** A new operation id. */
export const operation = () => newId<'operation'>();
