import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { codeInScanField, longestScanPauseMs, ScanDetector } from './scan-detector.ts';

/**
 * Says what a scanned code is good for: the work to do with it, or `undefined` when the code is not for this handler. A code
 * that is taken does not stay in the field with the cursor. The work begins after the field has its text back.
 */
export type ScanHandler = (code: string) => (() => void) | undefined;

const handlers: ScanHandler[] = [];

/**
 * Offers every scan to `handle` while the component is shown. The component shown last is asked first; one that `asksLast` is
 * asked after all others.
 */
export function useScanner(handle: ScanHandler, asksLast = false): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const handler: ScanHandler = (code) => latest.current(code);
    if (asksLast) handlers.unshift(handler);
    else handlers.push(handler);
    return () => {
      handlers.splice(handlers.indexOf(handler), 1);
    };
  }, [asksLast]);
}

let waiting: (() => void)[] = [];
let lastKeyAt = Number.NEGATIVE_INFINITY;

/**
 * Does `work` when no scan is under way. A scan types into the field with the cursor, and gives the field its text back at the
 * end: a quantity that changed in between would be lost.
 */
export function afterScans(work: () => void): void {
  waiting.push(work);
  if (waiting.length === 1) setTimeout(workOff, longestScanPauseMs);
}

function workOff(): void {
  const quietForMs = performance.now() - lastKeyAt;
  if (quietForMs < longestScanPauseMs) {
    setTimeout(workOff, longestScanPauseMs - quietForMs);
    return;
  }
  const works = waiting;
  waiting = [];
  const before = contentOf(document.activeElement);
  // Each change is drawn before the next key, so that no field goes on from an older value.
  for (const work of works) flushSync(work);
  // The next digit replaces the quantity that the scan made, as it does in a field just entered.
  if (before && before.field === document.activeElement && before.field.value !== before.value)
    before.field.select();
}

/** Listens for scans in the window; returns how to stop. A field that has the focus gets back what it held before. */
export function listenToScanner(page: Window): () => void {
  const detector = new ScanDetector();
  let before: FieldContent | undefined;

  const listen = (event: KeyboardEvent) => {
    lastKeyAt = performance.now();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const burst = detector.feed({
      key: event.key,
      code: event.code,
      shiftKey: event.shiftKey,
      at: event.timeStamp,
    });
    if (detector.isFirstOfBurst) before = contentOf(page.document.activeElement);
    if (burst === undefined) return;
    const content = contentOf(page.document.activeElement);
    const inScanField = content?.field.closest(scanFields) ? content : undefined;
    const work = workFor(inScanField ? codeInScanField(burst, inScanField.value) : burst);
    if (!work) return;
    // The Enter that ends a scan is the scanner's, not the person's.
    event.preventDefault();
    event.stopPropagation();
    if (inScanField) restore({ ...inScanField, value: '', start: 0, end: 0 });
    else if (before) restore(before);
    afterScans(work);
  };
  page.addEventListener('keydown', listen, true);
  return () => page.removeEventListener('keydown', listen, true);
}

/** A field that only takes codes, typed or scanned: all that stands in it is the code. */
const scanFields = '[data-scan-field]';

function workFor(code: string): (() => void) | undefined {
  for (const handle of handlers.toReversed()) {
    const work = handle(code);
    if (work) return work;
  }
  return undefined;
}

interface FieldContent {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

function contentOf(element: Element | null): FieldContent | undefined {
  if (!(element instanceof HTMLInputElement) && !(element instanceof HTMLTextAreaElement)) return undefined;
  return { field: element, value: element.value, start: element.selectionStart, end: element.selectionEnd };
}

function restore({ field, value, start, end }: FieldContent): void {
  const isFocused = field.ownerDocument.activeElement === field;
  // Leaving the field ends a composition that the scan began.
  field.blur();
  if (field.value !== value) {
    // React watches the field's own setter; the prototype's goes past it, and the event tells React.
    const prototype =
      field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (!isFocused) return;
  field.focus();
  // Leaving it once more settles the text: a number follows its value again, which the scan is about to change.
  field.blur();
  field.focus();
  if (start !== null && end !== null) field.setSelectionRange(start, end);
}
