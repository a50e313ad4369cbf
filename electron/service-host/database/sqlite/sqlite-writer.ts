import { setImmediate as stepOfTheLoop } from 'node:timers/promises';
import type { Actor } from '#shared/domain/actor.ts';
import type { Clock } from '../clock.ts';
import { CommitNotes } from '../commit-notes.ts';
import type { WriteTx } from '../database.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { toStorageFailure } from './storage-failure.ts';

/** More would make the first of them wait for its answer longer than the shared sync saves it. */
const writesOfOneCommit = 16;

/**
 * The one writer. Writes go one after the other in the order of arrival; those that arrive while one is under way share
 * its commit, because waiting for the disk takes longer than writing. Nobody gets an answer before that commit.
 */
export class SqliteWriter {
  readonly #connection: SqliteConnection;
  readonly #clock: Clock;
  #waiting: Write[] = [];
  #working: Promise<void> | undefined;

  constructor(connection: SqliteConnection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  /** Resolves once `work` is on the disk, with what it returned and what is left to be told; or rejects, and nothing of it is. */
  write<Result>(
    actor: Actor,
    work: (tx: WriteTx) => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly notes: CommitNotes }> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        run: async () => {
          const notes = new CommitNotes();
          const result = await work(this.#connection.tx(actor, this.#clock(), notes));
          notes.throwFailure();
          return () => resolve({ result, notes });
        },
        reject: (error) => reject(toStorageFailure(error)),
      });
      this.#working ??= this.#workThrough();
    });
  }

  /** Resolves when nothing is waiting. */
  async idle(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async #workThrough(): Promise<void> {
    for (let first = this.#waiting.shift(); first; first = this.#waiting.shift()) {
      const together = await this.#commitTogether(first);
      // What shared a commit that failed gets one of its own, and with it an answer that is true of itself alone.
      for (const write of together) await this.#commitAlone(write);
    }
    this.#working = undefined;
  }

  /** Commits `first` and those that come meanwhile. Returns the writes to be done again, each alone. */
  async #commitTogether(first: Write): Promise<readonly Write[]> {
    const connection = this.#connection;
    const taken: Write[] = [];
    const answers: (() => void)[] = [];
    try {
      connection.begin('BEGIN IMMEDIATE');
      taken.push(first);
      answers.push(await first.run());
      for (let next = await this.#another(taken); next; next = await this.#another(taken)) {
        taken.push(next);
        answers.push(await this.#inSavepoint(next));
      }
      connection.commit();
    } catch (error) {
      connection.rollBack(error);
      if (taken.length > 1) return taken;
      first.reject(error);
      return [];
    }
    for (const answer of answers) answer();
    return [];
  }

  async #commitAlone(write: Write): Promise<void> {
    try {
      this.#connection.begin('BEGIN IMMEDIATE');
      const answer = await write.run();
      this.#connection.commit();
      answer();
    } catch (error) {
      this.#connection.rollBack(error);
      write.reject(error);
    }
  }

  /**
   * The next write that can share the commit. Those that are just arriving are given a whole turn of the event loop: the
   * first step ends the turn under way, only the second comes after the loop has looked for what arrived.
   */
  async #another(taken: readonly Write[]): Promise<Write | undefined> {
    if (taken.length >= writesOfOneCommit) return undefined;
    for (let step = 0; step < 2 && this.#waiting.length === 0; step += 1) await stepOfTheLoop();
    return this.#waiting.shift();
  }

  /** A write that is refused takes back what it did, and nothing of the others. Its refusal too waits for the commit. */
  async #inSavepoint(write: Write): Promise<() => void> {
    this.#connection.setSavepoint();
    try {
      const answer = await write.run();
      this.#connection.releaseSavepoint();
      return answer;
    } catch (error) {
      // Fails where the engine gave up the whole transaction, and then everything in it is done again.
      this.#connection.rollBackToSavepoint();
      return () => write.reject(error);
    }
  }
}

interface Write {
  /** Does the work and returns the way to give its answer. */
  run(): Promise<() => void>;
  reject(error: unknown): void;
}
