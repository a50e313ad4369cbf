import { App } from 'antd';
import { useScanner } from '../../app/keyboard/scanner.ts';
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
  useScanner((code) => {
    const field = fieldWithFocus();
    if (field !== undefined && isForForm(field)) return false;
    void findPartExactly(service, code).then(
      (found) =>
        found
          ? onScanned(found, code)
          : void message.warning(t('parts.scannedUnknown', { code }), longSeconds),
      // The connection says for itself that it is lost; the code can be scanned again.
      () => undefined,
    );
    return true;
  });
}

function fieldWithFocus(): string | undefined {
  const field = document.activeElement?.closest<HTMLElement>('[data-form] [data-field]');
  return field?.dataset['field'];
}
