import type { KeyboardEvent } from 'react';
import { isComposing } from '../../app/keyboard/keys.ts';

/*
 * Enter goes to the next field. In a field of several lines it does so too, and Alt+Enter, as in Excel, begins a new
 * line; where the text is the point (`data-lines="free"`) Enter begins a new line and Ctrl+Enter goes on.
 */

/** One of several choices that can be taken together; those of a group are one field, in rows as well. */
const boxSelector = '[role="group"] [role="checkbox"]:not(:disabled)';

const fieldSelector = [
  'input:not([type="hidden"]):not(:disabled):not([readonly])',
  'textarea:not(:disabled):not([readonly])',
  '[role="radiogroup"] [tabindex="0"]',
  boxSelector,
  '[data-submit]:not(:disabled)',
].join(',');

/** Handles the keys of a form in its capture phase, before the widgets inside see them. */
export function moveOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || isComposing(event.nativeEvent) || !(event.target instanceof HTMLElement))
    return;
  const { target } = event;
  if (target.closest('button:not([role="radio"], [role="checkbox"]), a, [data-own-enter]')) return;
  // An open list takes Enter for its own choice.
  if (target.closest('[aria-expanded="true"]')) return;
  if (target instanceof HTMLTextAreaElement) {
    const isFree = target.dataset['lines'] === 'free';
    const wantsLine = isFree ? !event.ctrlKey : event.altKey || event.shiftKey;
    if (wantsLine && !event.altKey) return;
    if (wantsLine) {
      event.preventDefault();
      // The only way to insert text that Ctrl+Z takes back.
      document.execCommand('insertText', false, '\n');
      return;
    }
  } else if (event.ctrlKey || event.altKey) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  moveOn(target);
}

/** Goes from a field to the next one of its form; where the form says so, Enter in the last field saves, unless `staysUnsaved`. */
export function moveOn(from: HTMLElement, staysUnsaved = false): void {
  const form = from.closest<HTMLElement>('[data-form]');
  const next =
    form &&
    [...form.querySelectorAll<HTMLElement>(fieldSelector)].find(
      (field) => isAfter(field, from) && isShown(field),
    );
  if (!next) return;
  if (!staysUnsaved && form.dataset['form'] === 'enter-saves' && next.matches('[data-submit]'))
    return next.click();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** The first field within a part of a page that can take the cursor; a button is none. */
export function firstField(within: Element): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(fieldSelector)].find(
    (field) => !field.matches('[data-submit]') && isShown(field),
  );
}

/** Puts the cursor into the field of a form that is named `name`; says whether there is one. */
export function focusField(form: Element, name: string): boolean {
  const field = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const input = field?.querySelector<HTMLElement>(fieldSelector);
  input?.focus();
  return input !== undefined && input !== null;
}

function isAfter(field: HTMLElement, from: HTMLElement): boolean {
  const isBeside =
    from.matches(boxSelector) &&
    field.matches(boxSelector) &&
    from.closest('[role="group"]') === field.closest('[role="group"]');
  const isInside = from.contains(field) || (from.closest('[role="radiogroup"]')?.contains(field) ?? false);
  return (
    !isInside && !isBeside && (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

function isShown(field: HTMLElement): boolean {
  return field.tabIndex !== -1 && field.getClientRects().length > 0;
}
