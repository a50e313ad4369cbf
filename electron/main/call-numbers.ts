/** Hands each number of a telephone program to one page, and keeps the last one until a page can take it. */
export class CallNumbers<Page> {
  readonly #tell: (page: Page, number: string) => void;
  readonly #listening = new Set<Page>();
  #waiting: string | null = null;

  constructor(tell: (page: Page, number: string) => void) {
    this.#tell = tell;
  }

  /** A number has come; it goes to `pageInFront` when that page listens, else to the page that began to listen last. */
  arrived(number: string, pageInFront: Page | null): void {
    const page =
      pageInFront !== null && this.#listening.has(pageInFront) ? pageInFront : [...this.#listening].at(-1);
    if (page === undefined) this.#waiting = number;
    else this.#tell(page, number);
  }

  /** A page has begun to listen. */
  listens(page: Page): void {
    this.#listening.add(page);
    if (this.#waiting === null) return;
    this.#tell(page, this.#waiting);
    this.#waiting = null;
  }

  /** A page was closed, or is being loaded again and will say when it listens. */
  left(page: Page): void {
    this.#listening.delete(page);
  }
}
