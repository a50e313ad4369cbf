import { useEffect, useRef } from 'react';
import { ScanDetector } from './scan-detector.ts';

/** Takes a scanned code; true when it did something with it, and the code is not to stay in the field. */
export type ScanHandler = (code: string) => boolean;

const handlers: ScanHandler[] = [];

/** Offers every scan to `handle` while the component is shown; the component shown last is asked first. */
export function useScanner(handle: ScanHandler, enabled = true): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    if (!enabled) return;
    const handler: ScanHandler = (code) => latest.current(code);
    handlers.push(handler);
    return () => {
      handlers.splice(handlers.indexOf(handler), 1);
    };
  }, [enabled]);
}

/** Listens for scans in the window; returns how to stop. A field that has the focus gets back what it held before. */
export function listenToScanner(page: Window): () => void {
  const detector = new ScanDetector();
  let before: FieldContent | undefined;

  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const code = detector.feed({
      key: event.key,
      code: event.code,
      shiftKey: event.shiftKey,
      at: event.timeStamp,
    });
    if (detector.isFirstOfBurst) before = contentOf(page.document.activeElement);
    if (code === undefined || !offer(code)) return;
    // The Enter that ends a scan is the scanner's, not the person's.
    event.preventDefault();
    event.stopPropagation();
    if (before) restore(before);
  };
  page.addEventListener('keydown', listen, true);
  return () => page.removeEventListener('keydown', listen, true);
}

function offer(code: string): boolean {
  return handlers.toReversed().some((handle) => handle(code));
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
  if (start !== null && end !== null) field.setSelectionRange(start, end);
}
