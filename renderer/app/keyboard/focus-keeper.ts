import { firstField } from '../../components/form/field-order.ts';

/*
 * An act often removes the very control that began it: a form that was saved, a button that is no longer offered, a whole
 * screen. The browser then leaves the focus on the body, where arrows, Enter and Tab have lost their place.
 */

/** Who had the focus, and what stood around it then; the nearest first. */
interface Held {
  readonly element: HTMLElement;
  readonly around: readonly Element[];
}

/** Gives the focus a sensible place whenever what had it is gone. */
class FocusKeeper {
  #held: Held | undefined;
  #lastOnScreen: HTMLElement | undefined;
  /** A title that holds the focus until the screen has a better place. */
  #standIn: HTMLElement | undefined;

  /** Watches the page; returns how to stop. */
  watch(page: Document): () => void {
    const take = ({ target }: FocusEvent) => target instanceof HTMLElement && this.#take(target);
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        // Who clicks beside every field wants to be nowhere; a field that is gone did not want it.
        if (target === this.#held?.element && isNobodys(page) && canHold(this.#held.element))
          this.#held = undefined;
      });
    const observer = new MutationObserver(() => this.#mend(page));
    observer.observe(page.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    page.addEventListener('focusin', take);
    page.addEventListener('focusout', leave);
    return () => {
      observer.disconnect();
      page.removeEventListener('focusin', take);
      page.removeEventListener('focusout', leave);
    };
  }

  /** Puts the focus back where the person was on the screen, from something beside it. */
  rest(page: Document): void {
    const screen = screenOf(page);
    if (screen) give(this.#placeOnScreen(screen));
  }

  #take(element: HTMLElement): void {
    if (element !== this.#standIn) this.#standIn = undefined;
    const around: Element[] = [];
    for (let next = element.parentElement; next; next = next.parentElement) around.push(next);
    this.#held = { element, around };
    if (element.closest(screenSelector)) this.#lastOnScreen = element;
  }

  #mend(page: Document): void {
    const screen = screenOf(page);
    if (!screen) return;
    if (this.#standIn && page.activeElement === this.#standIn) {
      // What the screen is about may be drawn later than its head.
      const better = titleOf(screen);
      if (better && better !== this.#standIn) {
        this.#standIn = better;
        give(better);
      }
      return;
    }
    if (!this.#held || !isNobodys(page) || canHold(this.#held.element)) return;
    give(this.#placeAfter(this.#held, screen));
  }

  /** Within the form it goes on there, from a list to its rows; else to the title of the card, or of the screen. */
  #placeAfter({ around }: Held, screen: HTMLElement): HTMLElement | undefined {
    this.#standIn = undefined;
    const left = around.filter((one) => one.isConnected);
    const [nearest] = left;
    if (!nearest || !screen.contains(nearest)) return this.#placeOnScreen(screen);
    for (const one of left) {
      const field = one.closest('[data-form]') && firstField(one);
      if (field) return field;
    }
    const list = nearest.closest<HTMLElement>(listSelector);
    if (list) return list;
    const title = nearest.closest('.card')?.querySelector<HTMLElement>(titleSelector);
    return title ?? this.#standInOf(screen);
  }

  #placeOnScreen(screen: HTMLElement): HTMLElement | undefined {
    const last = this.#lastOnScreen;
    return last && canHold(last) ? last : this.#standInOf(screen);
  }

  #standInOf(screen: HTMLElement): HTMLElement | undefined {
    this.#standIn = titleOf(screen);
    return this.#standIn;
  }
}

/** The focus of this window. */
export const focusKeeper = new FocusKeeper();

/** Whether no control has the focus: arrows go into the list then, and a scanner's field may take it. */
export function isNobodys({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body || activeElement.matches(titleSelector);
}

const screenSelector = 'main.screen';
const listSelector = '.list';
const titleSelector = '[data-title]';

function screenOf(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>(screenSelector);
}

/** The title of the record beside a list, else that of the screen. */
function titleOf(screen: HTMLElement): HTMLElement | undefined {
  const beside = screen.querySelector('.master-detail > :last-child');
  const card = beside?.matches('.card') ? beside : beside?.querySelector('.card');
  const title =
    card?.querySelector<HTMLElement>(`:scope > header > ${titleSelector}`) ??
    screen.querySelector<HTMLElement>(titleSelector);
  return title ?? undefined;
}

function give(place: HTMLElement | undefined): void {
  place?.focus({ preventScroll: true });
}

function canHold(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;
}
