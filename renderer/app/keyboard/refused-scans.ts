import { App } from 'antd';
import { useText } from '../text.ts';
import { useScanner } from './scanner.ts';

/** Who scans looks at the boxes, not at the screen. */
const longSeconds = 8;
/** The shortest barcode of goods, EAN-8. */
const fewestDigitsOfBarcode = 8;

/** Keeps scanned codes out of fields for numbers, and says so: a code there would be read as a number, or spoil one. */
export function useRefusedScans(): void {
  const t = useText();
  const { message } = App.useApp();
  useScanner((code) => {
    if (isNumber(code) || !isNumberField(document.activeElement)) return undefined;
    return () => void message.warning(t('shell.scannedIntoNumber', { code }), longSeconds);
  }, true);
}

function isNumberField(element: Element | null): boolean {
  return element instanceof HTMLInputElement && element.closest('.number-input') !== null;
}

/** A number as quick hands type it; the digits of a barcode are more. */
function isNumber(code: string): boolean {
  return /^[\d.,]+$/.test(code) && code.replaceAll(/\D/g, '').length < fewestDigitsOfBarcode;
}
