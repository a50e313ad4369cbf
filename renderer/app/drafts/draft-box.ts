import type { Id } from '#shared/domain/ids.ts';

/** A draft as it is kept. */
export interface KeptDraft {
  readonly value: unknown;
  /** The operation that a try to save it began; the same after a crash, so that it is not booked twice. */
  readonly operationId?: Id<'operation'> | undefined;
  /** The version of the record that was being changed. */
  readonly version?: number | undefined;
  /** UTC milliseconds of the last key. */
  readonly at: number;
}

/** Where drafts are kept: at once, and surely. */
export interface DraftPlaces {
  /** Quick and in order; survives a crash of the page. */
  readonly now: (key: string, kept: KeptDraft | undefined) => void;
  /** Slower; survives a power cut. */
  readonly surely: (key: string, kept: KeptDraft | undefined) => Promise<void>;
}

/** The longest time that a typed word is only in the memory of the page. */
export const keepWithinMs = 150;

/** Keeps one draft: what was put in is written within 150 ms, however quickly the person types on. */
export class DraftBox {
  readonly #key: string;
  readonly #places: DraftPlaces;
  #waiting: KeptDraft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(key: string, places: DraftPlaces) {
    this.#key = key;
    this.#places = places;
  }

  put(kept: KeptDraft): void {
    this.#waiting = kept;
    this.#timer ??= setTimeout(() => this.flush(), keepWithinMs);
    unwritten.add(this);
  }

  /** Writes at once what is waiting. */
  flush(): void {
    const kept = this.#waiting;
    this.#forgetWaiting();
    if (kept) this.#write(kept);
  }

  drop(): void {
    this.#forgetWaiting();
    this.#write(undefined);
  }

  #write(kept: KeptDraft | undefined): void {
    this.#places.now(this.#key, kept);
    // The quick copy stands; without the sure one a power cut takes seconds, which is what there was without it.
    this.#places.surely(this.#key, kept).catch(() => {});
  }

  #forgetWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    unwritten.delete(this);
  }
}

const unwritten = new Set<DraftBox>();

/** Writes every draft that waits; called when the page is hidden or closed. */
export function flushDrafts(): void {
  for (const box of unwritten) box.flush();
}

/** The newest of the drafts kept, with its key. */
export function newestOf(kept: ReadonlyMap<string, KeptDraft>): readonly [string, KeptDraft] | undefined {
  return [...kept].toSorted(([, one], [, other]) => other.at - one.at)[0];
}
