import { theProgram } from '#shared/domain/actor.ts';
import { dayOf, type Moment } from '#shared/domain/days.ts';
import type { Database } from '../../database/database.ts';
import { log } from '../../log.ts';
import { clockFault, type ClockFault, isWholeCheckDue } from './audit.watch.rules.ts';
import type { HeadNote } from './audit.head-note.service.ts';
import { recordAudit } from './audit.service.ts';
import { lastEntryAt, verifyAudit } from './audit.verify.queries.ts';

/** The kind of change the windows are told of when the clock or the file goes wrong. */
export const booksStateChange = 'booksState';

/** How many entries the start looks at: what a busy day leaves. */
const lastStretch = 1000;
const everyMs = 60_000;
/** Between two portions of the nightly check, so that it takes nobody's time. */
const restMs = 50;

interface WatchOptions {
  /** Looks at the pages of the file in portions, and tells of damage; absent where a server keeps the books. */
  readonly lookAtFile?: ((rest: () => Promise<void>) => Promise<void>) | undefined;
  /** Called when the clock goes wrong and when it is right again. */
  readonly tell: () => void;
}

/** Looks after the books while nobody asks: their time, the end of their trail at the start, all of it by night. */
export class BooksWatch {
  readonly #database: Database;
  readonly #headNote: HeadNote;
  readonly #options: WatchOptions;
  #clockFault: ClockFault | null = null;
  #lastAt: Moment | undefined;
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> | undefined;
  #triedAt: Moment = 0;
  #isClosed = false;

  constructor(database: Database, headNote: HeadNote, options: WatchOptions) {
    this.#database = database;
    this.#headNote = headNote;
    this.#options = options;
  }

  /** What is wrong with the clock of the PC; null while nothing is. */
  get clockFault(): ClockFault | null {
    return this.#clockFault;
  }

  /** Looks at the clock and at the end of the trail, and goes on looking from time to time. */
  async begin(): Promise<void> {
    // Books that can hardly be read any more are opened all the same.
    const inBooks = await this.#database.read(theProgram, lastEntryAt).catch(() => 0);
    const lastAt = Math.max(this.#headNote.at, inBooks);
    this.#lastAt = lastAt === 0 ? undefined : lastAt;
    await this.lookAtClock();
    await this.#check(lastStretch).catch((error: unknown) => log.error('check at start', { error }));
    this.#timer = setInterval(() => void this.#tick(), everyMs).unref();
  }

  /** Looks at the clock once; what is wrong goes on record when it begins. */
  async lookAtClock(): Promise<void> {
    const { toldAt, behindMs } = this.#database.clock.look();
    const fault = clockFault({ toldAt, behindMs, lastAt: this.#lastAt, known: this.#clockFault });
    this.#lastAt = this.#database.clock.now();
    const before = this.#clockFault;
    this.#clockFault = fault;
    if (before?.kind === fault?.kind) return;
    this.#options.tell();
    if (!fault) return log.info('clock right', { toldAt });
    log.warn('clock', { ...fault });
    const record = { act: `clock.${fault.kind}`, subjectKind: 'clock', subjectId: 'clock', after: fault };
    await this.#database
      .write(theProgram, (tx) => recordAudit(tx, record))
      .catch((error: unknown) => log.error('clock record', { error }));
  }

  /** Checks the whole trail and the whole file, in portions. */
  async checkAll(): Promise<void> {
    this.#checking ??= this.#checkAll().finally(() => (this.#checking = undefined));
    await this.#checking;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#checking;
  }

  async #tick(): Promise<void> {
    await this.lookAtClock();
    const now = this.#database.clock.now();
    // One that failed is not tried again before the next is due.
    if (isWholeCheckDue(now, Math.max(this.#headNote.wholeCheckAt, this.#triedAt))) await this.checkAll();
  }

  async #checkAll(): Promise<void> {
    this.#triedAt = this.#database.clock.now();
    try {
      await this.#options.lookAtFile?.(() => this.#rest());
      await this.#check();
    } catch (error) {
      if (!(error instanceof Stopped)) log.error('nightly check', { error });
    }
  }

  async #check(last?: number): Promise<void> {
    const progress = last === undefined ? () => this.#rest() : undefined;
    const verdict = await verifyAudit(this.#database, { last, progress, noted: this.#headNote.heads });
    const check = { at: this.#database.clock.now(), isOfAll: last === undefined, ...verdict };
    this.#headNote.keepCheck(check);
    this.#options.tell();
    const { whole, entries, brokenAt, because } = verdict;
    const told = { day: dayOf(check.at), ofAll: check.isOfAll, entries, brokenAt, because };
    if (!whole) log.error('audit trail broken', told);
    else if (check.isOfAll) log.info('audit trail checked', told);
  }

  async #rest(): Promise<void> {
    if (this.#isClosed) throw new Stopped();
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }
}

class Stopped extends Error {}
