import { createContext, use, useMemo, useRef } from 'react';
import type { RefObject } from 'react';

/** Where a form stands on the page. */
export interface FormPlace {
  readonly element: RefObject<HTMLDivElement | null>;
  /**
   * Whether everything typed into the form stands for something. Otherwise saving would lose it: the cursor goes to the
   * first field that does not know yet what its text means, and the field says so.
   */
  readonly isWhole: () => boolean;
}

/** The form around a button. */
export const FormContext = createContext<FormPlace | null>(null);

/** The place of a new form. */
export function useFormPlace(): FormPlace {
  const element = useRef<HTMLDivElement>(null);
  return useMemo(
    () => ({ element, isWhole: () => element.current === null || isWhole(element.current) }),
    [element],
  );
}

/** What a button does: one that saves a form stops at what is typed there and stands for nothing. */
export function useWholeForm(saves: boolean, act: () => void): () => void {
  const form = use(FormContext);
  if (!saves || !form) return act;
  return () => {
    if (form.isWhole()) act();
  };
}

function isWhole(form: HTMLElement): boolean {
  const unsettled = [...form.querySelectorAll<HTMLElement>('[data-unsettled]')].find(
    // A form inside another one is saved by itself.
    (field) => field.closest('[data-form]') === form,
  );
  (unsettled?.querySelector('input') ?? unsettled)?.focus();
  // As the browser tells its own fields that they held a form up.
  unsettled?.dispatchEvent(new Event('invalid', { cancelable: true }));
  return !unsettled;
}
