import { dayOf, startOfDay } from '#shared/domain/days.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const opensAt = 8 * hourMs;
const closesAt = 18 * hourMs;

/** Thrown into a story that would go on after the last day. */
export class AgendaIsOver extends Error {}

/**
 * Lets many stories happen at the times they say, each waiting for its next moment, one of them at a time and the
 * earliest first: so that the books grow as those of a real office do, in the order of time and during its hours.
 */
export class SampleAgenda {
  readonly #end: number;
  readonly #waiting: { readonly at: number; readonly order: number; readonly wake: () => void }[] = [];
  #order = 0;
  #now = 0;
  #rest: () => void = () => {};

  constructor(end: number) {
    this.#end = end;
  }

  /** The moment it is; never before one that was. */
  get now(): number {
    return this.#now;
  }

  /** Begins a story at its moment. Whatever it throws, other than that the agenda is over, ends the whole. */
  begin(at: number, story: () => Promise<void>, onFailure: (error: unknown) => void): void {
    this.#wait(at, () => {
      void story()
        .catch((error: unknown) => {
          if (!(error instanceof AgendaIsOver)) onFailure(error);
        })
        .finally(() => this.#rest());
    });
  }

  /** Resolves when it is the turn of this moment, or of the next when the office is open. Called by the story that runs. */
  until(at: number): Promise<void> {
    const moment = duringHours(Math.max(at, this.#now));
    if (moment > this.#end) return Promise.reject(new AgendaIsOver());
    const turn = new Promise<void>((resolve) => {
      this.#wait(moment, resolve);
    });
    this.#rest();
    return turn;
  }

  /** Runs everything to the end; `each` hears the moment before each turn. */
  async run(each: (now: number) => Promise<void>): Promise<void> {
    for (let next = this.#earliest(); next; next = this.#earliest()) {
      this.#now = Math.max(this.#now, next.at);
      await each(this.#now);
      const rested = new Promise<void>((resolve) => {
        this.#rest = resolve;
      });
      next.wake();
      await rested;
    }
  }

  #wait(at: number, wake: () => void): void {
    this.#order += 1;
    const entry = { at, order: this.#order, wake };
    // A few hundred wait at a time, most of them not for long.
    const place = this.#waiting.findIndex((other) => other.at <= at);
    this.#waiting.splice(place === -1 ? this.#waiting.length : place, 0, entry);
  }

  /** The latest stand first, and of two at the same moment the one that came later. */
  #earliest() {
    return this.#waiting.pop();
  }
}

/** The moment itself while the desk is open; else the morning after, Sundays left out. */
function duringHours(at: number): number {
  const midnight = startOfDay(dayOf(at));
  const isSunday = new Date(midnight + opensAt).getUTCDay() === 0;
  if (!isSunday && at >= midnight + opensAt && at <= midnight + closesAt) return at;
  const morning = at < midnight + opensAt && !isSunday ? midnight + opensAt : midnight + dayMs + opensAt;
  return duringHours(morning + (at % (40 * minuteMs)));
}
