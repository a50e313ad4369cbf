import { useEffect, useRef } from 'react';
import { App } from 'antd';
import { afterScans, useScanner } from '../../app/keyboard/scanner.ts';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import { findPartExactly } from './find-part.ts';
import type { FoundPart } from './find-part.ts';

/** Who scans looks at the boxes, not at the screen: what was not taken is said for a while. */
const longSeconds = 8;

/** Hears of every part whose number or barcode is scanned, but for what is scanned into a field of a form. */
export function useScannedPart(
  onScanned: (part: FoundPart, code: string) => void,
  isForForm: (fieldName: string) => boolean = () => true,
): void {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  // The answer comes later, and adds to the lines as they are then.
  const latest = useRef(onScanned);
  useEffect(() => {
    latest.current = onScanned;
  });
  useScanner((code) => {
    const field = fieldWithFocus();
    if (field !== undefined && isForForm(field)) return undefined;
    const take = (found: FoundPart | undefined) => {
      if (found) latest.current(found, code);
      else void message.warning(t('parts.scannedUnknown', { code }), longSeconds);
    };
    return () =>
      void findPartExactly(service, code).then(
        (found) => afterScans(() => take(found)),
        // The connection says for itself that it is lost; the code can be scanned again.
        () => undefined,
      );
  });
}

function fieldWithFocus(): string | undefined {
  const field = document.activeElement?.closest<HTMLElement>('[data-form] [data-field]');
  return field?.dataset['field'];
}
