import { daysBetween, type Day } from '#shared/domain/days.ts';

/** What the counters of a unit showed on a day. */
export interface ReadingValues {
  readonly day: Day;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
}

/** A reading in force, as a new one is held against it. */
export interface KeptReading extends ReadingValues {
  readonly id: string;
  readonly source: string;
  readonly counterReplaced: boolean;
}

/** A new reading, with what the person says of it. */
export interface ToldReading extends ReadingValues {
  readonly source: string;
  /** The counter was replaced and may show less. */
  readonly counterReplaced: boolean;
  /** The person was asked about a jump and stands by the reading. */
  readonly confirmed?: boolean | undefined;
}

/** The readings in force around a new one: of its day and before, newest first; after its day, oldest first. */
export interface ReadingsAround {
  readonly upToDay: readonly KeptReading[];
  readonly afterDay: readonly KeptReading[];
  readonly saleDay: Day | null;
}

export type Counter = 'mileageKm' | 'operatingHours';

/** What becomes of a reading: it is kept, it says nothing or nothing new, or a counter makes it doubtful. */
export type ReadingVerdict =
  | { readonly kind: 'keep' }
  | { readonly kind: 'nothingNew'; readonly knownId: string | null }
  | CounterDoubt;

/** A counter that runs backwards, runs ahead of a later reading, or jumps. */
export type CounterDoubt =
  | { readonly kind: 'below'; readonly counter: Counter; readonly lastDay: Day; readonly last: number }
  | { readonly kind: 'above'; readonly counter: Counter; readonly laterDay: Day; readonly later: number }
  | {
      readonly kind: 'jumps';
      readonly counter: Counter;
      readonly lastDay: Day;
      readonly last: number;
      readonly days: number;
    };

/** What a counter can gain in a day at most, and what it may gain beyond three times the usual pace. */
const bounds: Readonly<Record<Counter, { readonly aDay: number; readonly slack: number }>> = {
  mileageKm: { aDay: 1500, slack: 5000 },
  operatingHours: { aDay: 24, slack: 200 },
};
const timesUsualPace = 3;
/** Days after which the readings of a unit tell its pace. */
const paceKnownAfterDays = 30;

/** Decides on a reading. The same reading from another source is kept too, so that each can be voided by itself. */
export function judgeReading(told: ToldReading, around: ReadingsAround): ReadingVerdict {
  if (told.mileageKm === null && told.operatingHours === null) return { kind: 'nothingNew', knownId: null };
  const known = around.upToDay.find(
    (other) =>
      other.day === told.day &&
      other.source === told.source &&
      covers(other.mileageKm, told.mileageKm) &&
      covers(other.operatingHours, told.operatingHours),
  );
  if (known) return { kind: 'nothingNew', knownId: known.id };
  return doubtOf(told, around, 'mileageKm') ?? doubtOf(told, around, 'operatingHours') ?? { kind: 'keep' };
}

function covers(known: number | null, told: number | null): boolean {
  return told === null || told === known;
}

function doubtOf(told: ToldReading, around: ReadingsAround, counter: Counter): CounterDoubt | undefined {
  const value = told[counter];
  if (value === null) return undefined;
  const before = shownBy(around.upToDay, counter);
  const [last] = before;
  const [later] = shownBy(around.afterDay, counter);
  if (last && value < last.value && !told.counterReplaced)
    return { kind: 'below', counter, lastDay: last.day, last: last.value };
  if (later && value > later.value && !later.counterReplaced)
    return { kind: 'above', counter, laterDay: later.day, later: later.value };
  return told.confirmed ? undefined : jumpOf(value, told.day, counter, sinceNew(before, around.saleDay));
}

interface Shown {
  readonly day: Day;
  readonly value: number;
  readonly counterReplaced: boolean;
}

function shownBy(readings: readonly KeptReading[], counter: Counter): readonly Shown[] {
  return readings.flatMap(({ day, counterReplaced, ...reading }) => {
    const value = reading[counter];
    return value === null ? [] : [{ day, value, counterReplaced }];
  });
}

/** The readings of the counter that is built in now, newest first; a counter never replaced began with the sale at 0. */
function sinceNew(before: readonly Shown[], saleDay: Day | null): readonly Shown[] {
  const replaced = before.findIndex((shown) => shown.counterReplaced);
  if (replaced >= 0) return before.slice(0, replaced + 1);
  const first = before.at(-1);
  return saleDay === null || (first && first.day < saleDay)
    ? before
    : [...before, { day: saleDay, value: 0, counterReplaced: false }];
}

function jumpOf(
  value: number,
  day: Day,
  counter: Counter,
  before: readonly Shown[],
): CounterDoubt | undefined {
  const [last] = before;
  const first = before.at(-1);
  if (!last || !first || value <= last.value || day < last.day) return undefined;
  const { aDay, slack } = bounds[counter];
  const days = daysBetween(last.day, day);
  const paceDays = daysBetween(first.day, last.day);
  const possible = aDay * (days + 1);
  const usual =
    paceDays < paceKnownAfterDays
      ? possible
      : ((last.value - first.value) / paceDays) * timesUsualPace * days + slack;
  return value - last.value > Math.min(possible, usual)
    ? { kind: 'jumps', counter, lastDay: last.day, last: last.value, days: Math.max(1, days) }
    : undefined;
}
