import type { Actor } from '#shared/domain/actor.ts';
import { dayOf, type Moment } from '#shared/domain/days.ts';
import { type Look, lookSubject } from '#shared/domain/looks.ts';
import { isRefusal, refuse } from '#shared/contract/refusals.ts';
import { type Database, StorageFailure } from '../../database/database.ts';
import { log } from '../../log.ts';
import { recordLook } from './audit.looks.service.ts';

/** Looks that wait for room on the disk: how many, and since when. */
export interface HeldLooksState {
  readonly count: number;
  readonly sinceAt: Moment | null;
}

/** The kind of change the windows are told of when looks begin or cease to wait. */
export const heldLooksChange = 'heldLooks';

interface HeldLooksOptions {
  /** Called whenever the number of those that wait changes. */
  readonly tell?: (() => void) | undefined;
  readonly atMost?: number | undefined;
  /** How long after a failure the next try is made, in milliseconds. */
  readonly retryMs?: number | undefined;
}

interface HeldLook {
  readonly actor: Actor;
  readonly look: Look;
  readonly at: Moment;
}

/**
 * Puts looks at what is personal on record. On a full disk they are kept in memory and written as soon as there is room,
 * because whoever has a customer on the telephone needs the file now; each also stands in the log at once. What waits is
 * never told as recorded, and beyond a thousand nothing personal is opened any more.
 */
export class HeldLooks {
  readonly #database: Database;
  readonly #tell: () => void;
  readonly #atMost: number;
  readonly #retryMs: number;
  readonly #held = new Map<string, HeldLook>();
  readonly #stopListening: () => void;
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    database: Database,
    { tell = () => {}, atMost = 1000, retryMs = 15_000 }: HeldLooksOptions = {},
  ) {
    this.#database = database;
    this.#tell = tell;
    this.#atMost = atMost;
    this.#retryMs = retryMs;
    // Whatever somebody could save shows that there is room again.
    this.#stopListening = database.onCommit(() => void this.writeHeld());
  }

  get state(): HeldLooksState {
    const [first] = this.#held.values();
    return { count: this.#held.size, sinceAt: first?.at ?? null };
  }

  /** Puts a look on record, or holds it while the disk is full. Refuses LOOKS_WAITING when too many wait. */
  async record(actor: Actor, look: Look, at: Moment): Promise<void> {
    const key = [actor.personId, look.kind, look.id, dayOf(at)].join();
    if (this.#held.has(key)) return;
    try {
      await this.#database.write(actor, (tx) => recordLook(tx, look));
    } catch (error) {
      if (!canWait(error)) throw error;
      this.#hold(key, { actor, look, at });
      return;
    }
    void this.writeHeld();
  }

  /** Writes what waits, one after the other; what cannot be written goes on waiting. */
  async writeHeld(): Promise<void> {
    if (this.#held.size === 0) return;
    this.#writing ??= this.#writeAll().finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  /** Tries a last time. What cannot be written then is gone with the memory, and told to the log look by look. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    clearTimeout(this.#timer);
    await this.writeHeld();
    if (this.#held.size === 0) return;
    log.error('looks lost', { count: this.#held.size, looks: [...this.#held.values()].map(told) });
  }

  #hold(key: string, held: HeldLook): void {
    // Several windows may have asked at the same moment.
    if (this.#held.has(key)) return;
    if (this.#held.size >= this.#atMost) refuse('LOOKS_WAITING', { count: this.#held.size });
    this.#held.set(key, held);
    log.warn('look held', { waiting: this.#held.size, ...told(held) });
    this.#tell();
    this.#tryLater();
  }

  async #writeAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const before = this.#held.size;
    try {
      for (const [key, { actor, look, at }] of this.#held) {
        await this.#database.write(actor, (tx) => recordLook(tx, look, at));
        this.#held.delete(key);
      }
    } catch (error) {
      if (!canWait(error)) log.error('held looks', { waiting: this.#held.size, error });
      this.#tryLater();
    }
    const written = before - this.#held.size;
    if (written <= 0) return;
    log.info('held looks written', { written, waiting: this.#held.size });
    this.#tell();
  }

  #tryLater(): void {
    if (this.#isClosed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.writeHeld();
    }, this.#retryMs).unref();
  }
}

/** Nothing can be written, and looking goes on: the disk is full, or damage was seen in the books. */
function canWait(error: unknown): boolean {
  if (isRefusal(error, 'BOOKS_DAMAGED')) return true;
  return error instanceof StorageFailure && error.reason === 'diskFull';
}

function told({ actor, look, at }: HeldLook) {
  return { [lookSubject]: `${look.kind} ${look.id}`, personId: actor.personId, lookedAt: at };
}
