import type { Moment } from '#shared/domain/days.ts';

/** Tells the time of the host. */
export type Clock = () => Moment;

/**
 * The time of the books. It never falls below a moment that the books hold already, whatever the clock of the PC says. While
 * that clock is behind, time goes on at half its pace: waiting comes to an end, and the clock catches up.
 */
export class BooksClock {
  readonly #source: Clock;
  #last: Moment;
  #tick = performance.now();

  constructor(source: Clock = Date.now, notBefore: Moment = 0) {
    this.#source = source;
    this.#last = notBefore;
  }

  /** The time now. */
  readonly now: Clock = () => {
    const told = this.#source();
    const tick = performance.now();
    if (told >= this.#last) {
      this.#last = told;
      this.#tick = tick;
      return told;
    }
    const passed = Math.floor((tick - this.#tick) / 2);
    this.#last += passed;
    this.#tick += passed * 2;
    return this.#last;
  };

  /** Takes in a moment that the books hold. */
  raise(moment: Moment): void {
    this.#last = Math.max(this.#last, moment);
  }

  /** What the clock of the PC says, and how far it is behind the books. */
  look(): { readonly toldAt: Moment; readonly behindMs: number } {
    const toldAt = this.#source();
    return { toldAt, behindMs: Math.max(0, this.now() - toldAt) };
  }
}
