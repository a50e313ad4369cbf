import { App } from 'antd';
import { useScanner } from '../../app/keyboard/scanner.ts';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import type { FoundPart } from './part-values.ts';

/** Hears of every part whose number or barcode is scanned, but for what is scanned into a field of a form. */
export function useScannedPart(
  onScanned: (part: FoundPart) => void,
  isForForm: (fieldName: string) => boolean = () => true,
): void {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  useScanner((code) => {
    const field = fieldWithFocus();
    if (field !== undefined && isForForm(field)) return false;
    void findPartExactly(service, code).then(
      (found) => (found ? onScanned(found) : void message.warning(t('stock.scannedUnknown', { code }))),
      // The connection says for itself that it is lost.
      () => undefined,
    );
    return true;
  });
}

/** The part with exactly this number or barcode, whatever the case. */
export async function findPartExactly(service: Service, code: string): Promise<FoundPart | undefined> {
  const wanted = code.trim().toLowerCase();
  const found = await service.parts.find.call({ text: code.trim().slice(0, 60) });
  const byNumber = found.find((part) => part.number.toLowerCase() === wanted);
  return byNumber ?? found.find((part) => part.barcode.toLowerCase() === wanted);
}

function fieldWithFocus(): string | undefined {
  const field = document.activeElement?.closest<HTMLElement>('[data-form] [data-field]');
  return field?.dataset['field'];
}
