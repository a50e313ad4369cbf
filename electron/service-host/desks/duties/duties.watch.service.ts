import { setImmediate as stepOfTheLoop } from 'node:timers/promises';
import { theProgram } from '#shared/domain/actor.ts';
import { dayOf, type Day, type Moment } from '#shared/domain/days.ts';
import type { Database } from '../../database/database.ts';
import { log } from '../../log.ts';
import { crossedBetween } from './duties.queries.ts';
import { isAstray, mendDuties, nextPortion } from './duties.truth.service.ts';
import type { Duties } from './duty.ts';

const everyMs = 60_000;

/**
 * Looks after the duties while nobody asks. At the start and once a day it holds them against what the records owe, in
 * portions, and mends what went astray. What time alone changes follows from the moments that stand in a duty; each minute
 * the windows are told when one of them has passed, also after the PC slept, and again when its clock was set back.
 */
export class DutiesWatch {
  readonly #database: Database;
  readonly #roll: Duties;
  readonly #tell: () => void;
  #lookedAt: Moment;
  #comparedOn: Day | undefined;
  #comparing: Promise<number> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(database: Database, roll: Duties, tell: () => void) {
    this.#database = database;
    this.#roll = roll;
    this.#tell = tell;
    this.#lookedAt = database.clock.now();
  }

  /** Compares behind the desks' backs, and goes on looking from time to time. */
  begin(): void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** Looks once: whether a moment has passed of which the windows must hear, and whether the day's comparison is due. */
  async look(): Promise<void> {
    try {
      const now = this.#database.clock.now();
      const since = Math.min(this.#lookedAt, now);
      this.#lookedAt = now;
      if (await this.#database.read(theProgram, (tx) => crossedBetween(tx, since, now))) this.#tell();
      if (this.#comparedOn !== dayOf(now)) await this.compareAll();
    } catch (error) {
      if (!this.#isClosed) log.error('duties not looked after', { error });
    }
  }

  /** Holds every duty against what its record owes; says how many were mended. */
  async compareAll(): Promise<number> {
    this.#comparing ??= this.#compareAll().finally(() => (this.#comparing = undefined));
    return this.#comparing;
  }

  /** Ends after the portion under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#comparing?.catch(() => undefined);
  }

  async #compareAll(): Promise<number> {
    const day = dayOf(this.#database.clock.now());
    let mended = 0;
    for (const told of Object.values(this.#roll)) {
      const before = mended;
      let after = '';
      while (!this.#isClosed) {
        const from = after;
        const portion = await this.#database.read(theProgram, (tx) => nextPortion(tx, told, from));
        if (!portion) break;
        // Most portions are as they should be, and need no transaction that writes.
        if (await this.#database.read(theProgram, (tx) => isAstray(tx, told, portion)))
          mended += await this.#database.write(theProgram, (tx) => mendDuties(tx, told, portion));
        after = portion.last;
        await stepOfTheLoop();
      }
      // One line for a kind: old books can owe much at the first start.
      if (mended > before) log.warn('duties mended', { kind: told.kind, count: mended - before });
    }
    if (!this.#isClosed) this.#comparedOn = day;
    return mended;
  }
}
