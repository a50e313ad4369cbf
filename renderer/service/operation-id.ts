import { newId } from '#shared/domain/ids.ts';
import type { Id } from '#shared/domain/ids.ts';

/** Keeps an operation id somewhere; a draft does it across a crash. */
export interface OperationIdKeeper {
  get(): Id<'operation'> | undefined;
  set(id: Id<'operation'> | undefined): void;
}

/**
 * The operation id of one form: made when it is first sent, the same for every try until one has succeeded, so that
 * pressing twice, or again after a lost answer, books once.
 */
export class OperationId {
  readonly #keeper: OperationIdKeeper | undefined;
  #id: Id<'operation'> | undefined;
  /** Whether an answer was lost, so that the id may already stand for something booked. */
  #isDoubtful = false;

  constructor(keeper?: OperationIdKeeper) {
    this.#keeper = keeper;
  }

  /** The id to send now. One kept from before a crash may stand for something booked. */
  current(): Id<'operation'> {
    if (this.#id === undefined) {
      const kept = this.#keeper?.get();
      this.#isDoubtful = kept !== undefined;
      this.#id = kept ?? newId<'operation'>();
    }
    this.#keeper?.set(this.#id);
    return this.#id;
  }

  /** The act happened: the next press is another act. */
  succeeded(): void {
    this.#renew();
  }

  /** No answer came. */
  lost(): void {
    this.#isDoubtful = true;
  }

  /** The host knows the id with other content. Says whether that may have been an earlier try of ours. */
  reused(): boolean {
    const wasOurs = this.#isDoubtful;
    this.#renew();
    return wasOurs;
  }

  #renew(): void {
    this.#isDoubtful = false;
    this.#id = undefined;
    this.#keeper?.set(undefined);
  }
}
