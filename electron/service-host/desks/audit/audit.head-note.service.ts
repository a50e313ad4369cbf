import { ownFile } from '../../own-files.ts';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { theProgram } from '#shared/domain/actor.ts';
import type { Moment } from '#shared/domain/days.ts';
import type { Database } from '../../database/database.ts';
import { log } from '../../log.ts';
import type { ChainHead } from './audit.chain.rules.ts';
import { type AuditVerdict, currentHead } from './audit.verify.queries.ts';

/** A check of the trail that nobody asked for, and when it ended. */
export interface KeptCheck extends AuditVerdict {
  readonly at: Moment;
  /** Whether it followed the whole trail, or only its end. */
  readonly isOfAll: boolean;
}

/** What stands in the file beside the books. */
interface Noted extends ChainHead {
  /** The last moment the program knows of. */
  readonly at: Moment;
  /** Earlier heads that the books contradicted: they stay on record, or the next note would cover them up. */
  readonly contradicted: readonly ChainHead[];
  readonly check: KeptCheck | null;
  /** When the whole trail was checked last, or the first note was made. */
  readonly wholeCheckAt: Moment;
}

const nothing: Noted = { sequence: 0, hash: '', at: 0, contradicted: [], check: null, wholeCheckAt: 0 };
const everyMs = 60_000;

/**
 * The head of the audit trail, noted in a file beside the books: against it shows that a tail was cut off. Whoever may write
 * to the folder can write to this file as well; a head on paper or in a backup is out of their reach.
 */
export class HeadNote {
  readonly #file: string;
  #noted: Noted;
  #isBehind = false;
  #stopListening = () => {};
  #timer: NodeJS.Timeout | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#noted = notedIn(file);
  }

  /** The heads to hold the trail against. */
  get heads(): readonly ChainHead[] {
    const { sequence, hash, contradicted } = this.#noted;
    return sequence === 0 ? contradicted : [...contradicted, { sequence, hash }];
  }

  /** The last moment that is noted; the time of the books does not fall below it. */
  get at(): Moment {
    return this.#noted.at;
  }

  get check(): KeptCheck | null {
    return this.#noted.check;
  }

  get wholeCheckAt(): Moment {
    return this.#noted.wholeCheckAt;
  }

  /** Notes the head of the books from now on: at once, and each minute in which something was saved. */
  async follow(database: Database): Promise<void> {
    this.#stopListening = database.onCommit((changes) => {
      this.#isBehind = true;
      // The books were emptied: the trail begins anew, and that is on record on the screen of whoever did it.
      if (changes.some(({ kind }) => kind === 'sample')) void this.note(database);
    });
    this.#timer = setInterval(() => {
      if (this.#isBehind) void this.note(database);
    }, everyMs).unref();
    await this.note(database);
  }

  /** Notes the head as it is now. */
  async note(database: Database): Promise<void> {
    this.#isBehind = false;
    try {
      const head = await database.read(theProgram, currentHead);
      const at = Math.max(this.#noted.at, database.clock.now());
      this.#write({ ...this.#noted, ...head, at, wholeCheckAt: this.#noted.wholeCheckAt || at });
    } catch (error) {
      this.#isBehind = true;
      log.error('head note', { error });
    }
  }

  /** Keeps what a check found. A head that the books contradict stays on record. */
  keepCheck(check: KeptCheck): void {
    const { sequence, hash, contradicted } = this.#noted;
    const isContradiction = check.because === 'cut' || check.because === 'headDiffers';
    const isKnown =
      sequence === 0 || contradicted.some((head) => head.sequence === sequence && head.hash === hash);
    const kept = isContradiction && !isKnown ? [...contradicted, { sequence, hash }] : contradicted;
    const wholeCheckAt = check.isOfAll ? check.at : this.#noted.wholeCheckAt;
    this.#write({ ...this.#noted, contradicted: kept, check: this.#shown(check), wholeCheckAt });
  }

  /** A look at the end alone does not cover up what a look at the whole found. */
  #shown(check: KeptCheck): KeptCheck {
    const before = this.#noted.check;
    return before && !before.whole && check.whole && !check.isOfAll ? before : check;
  }

  /** Notes the head a last time. */
  async close(database: Database): Promise<void> {
    this.#stopListening();
    clearInterval(this.#timer);
    await this.note(database);
  }

  #write(noted: Noted): void {
    this.#noted = noted;
    const unfinished = `${this.#file}.unfinished`;
    try {
      const file = openSync(unfinished, 'w', ownFile);
      try {
        writeSync(file, `${JSON.stringify(noted)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(unfinished, this.#file);
    } catch (error) {
      // On a full disk the note of before stays, against which less is found, and nothing is wrong.
      this.#isBehind = true;
      log.error('head note', { error });
    }
  }
}

/** The heads noted in a file; none where there is no such file. */
export function headsNotedIn(file: string): readonly ChainHead[] {
  return new HeadNote(file).heads;
}

function notedIn(file: string): Noted {
  try {
    const noted: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof noted !== 'object' || noted === null) return nothing;
    // Written by this file alone; whoever altered it is found out against the books.
    return { ...nothing, ...(noted as Partial<Noted>) };
  } catch {
    return nothing;
  }
}
