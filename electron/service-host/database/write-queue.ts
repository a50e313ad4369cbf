/** Lets one piece of work at a time through, in the order of arrival. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as `work` does, once everything before it has ended. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Resolves when nothing is waiting. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
