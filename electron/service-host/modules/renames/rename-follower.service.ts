import { setImmediate as stepOfTheLoop } from 'node:timers/promises';
import { theProgram } from '#shared/domain/actor.ts';
import type { Database } from '../../database/database.ts';
import { log } from '../../log.ts';
import { renamedChange } from '../../desks/search/search.service.ts';
import { followRenames, hasRenames, type Namings } from './renames.service.ts';

/** How long after a failure the next try is made, in milliseconds. */
const retryMs = 30_000;

/** Does all that renames have left to do, piece by piece, so that others work on meanwhile. */
export async function followAllRenames(
  database: Database,
  namings: Namings,
  isEnding = () => false,
): Promise<void> {
  // Most starts find nothing to do, and need no transaction that writes.
  if (!(await database.read(theProgram, hasRenames))) return;
  while (!isEnding() && (await database.write(theProgram, (tx) => followRenames(tx, namings))))
    await stepOfTheLoop();
}

/**
 * Brings the entries of the search up to date behind the desks' backs: after each rename, and at the start what the program
 * had left when it ended.
 */
export class RenameFollower {
  readonly #database: Database;
  readonly #namings: Namings;
  readonly #stopListening: () => void;
  #following: Promise<void> | undefined;
  #isAsked = false;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database, namings: Namings) {
    this.#database = database;
    this.#namings = namings;
    this.#stopListening = database.onCommit((changes) => {
      if (changes.some(({ kind }) => kind === renamedChange)) this.follow();
    });
  }

  /** Begins, or goes on where it was; what is asked meanwhile is done too. */
  follow(): void {
    this.#isAsked = true;
    if (this.#isClosed) return;
    this.#following ??= this.#followAll().finally(() => (this.#following = undefined));
  }

  /** Ends after the piece under way; the rest is done at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    clearTimeout(this.#timer);
    await this.#following;
  }

  async #followAll(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      while (this.#isAsked && !this.#isClosed) {
        this.#isAsked = false;
        await followAllRenames(this.#database, this.#namings, () => this.#isClosed);
      }
    } catch (error) {
      log.error('renames not followed', { error });
      if (this.#isClosed) return;
      this.#timer = setTimeout(() => this.follow(), retryMs);
      this.#timer.unref();
    }
  }
}
