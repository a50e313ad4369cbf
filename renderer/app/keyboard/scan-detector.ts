/** One key press as the detector needs it; `at` is milliseconds of any steady clock. */
export interface ScanPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly at: number;
}

/** The longest pause between two keys of a scanner. Measured scanners send every 1–15 ms, quick typists every 80 ms. */
export const longestScanPauseMs = 35;
const fewestCharacters = 4;

/**
 * Tells a barcode scanner from a person: a burst of keys too quick for hands, ended by Enter. Reads the key caps where
 * an input method has swallowed the signs, so a scan is the same in Chinese and in English mode.
 */
export class ScanDetector {
  #text = '';
  #lastAt = Number.NEGATIVE_INFINITY;
  #isFirst = false;

  /** Whether the press just taken is the first of a burst that may follow. */
  get isFirstOfBurst(): boolean {
    return this.#isFirst;
  }

  /** Takes a press; gives the scanned text when this press ends a scan. */
  feed(press: ScanPress): string | undefined {
    const isQuick = press.at - this.#lastAt <= longestScanPauseMs;
    this.#lastAt = press.at;
    this.#isFirst = false;
    if (isEnd(press)) {
      const scanned = isQuick && this.#text.length >= fewestCharacters ? this.#text : undefined;
      this.#text = '';
      return scanned;
    }
    const character = characterOf(press);
    // A modifier pressed by the scanner for a capital letter is part of the burst.
    if (character === undefined) return undefined;
    this.#isFirst = !isQuick || this.#text === '';
    this.#text = isQuick ? this.#text + character : character;
    return undefined;
  }
}

/**
 * The code that a field made for scans holds. A busy PC may pause in the middle of quick keys, and the burst is then only
 * the end of the code; the field has all of it. Where an input method has garbled the field, the burst is the code.
 */
export function codeInScanField(burst: string, fieldText: string): string {
  const text = fieldText.trim();
  return text.endsWith(burst) ? text : burst;
}

function isEnd({ key, code }: ScanPress): boolean {
  return key === 'Enter' || code === 'Enter' || code === 'NumpadEnter';
}

function characterOf({ key, code, shiftKey }: ScanPress): string | undefined {
  if (key.length === 1) return key;
  if (key !== 'Process' && key !== 'Unidentified') return undefined;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return shiftKey && code.startsWith('Digit') ? ')!@#$%^&*('.charAt(Number(digit)) : digit;
  const signs = otherKeys[code];
  return signs?.charAt(shiftKey ? 1 : 0);
}

/** The signs of a US keyboard, which scanners imitate: plain and with Shift. */
const otherKeys: Readonly<Record<string, string>> = {
  Minus: '-_',
  Equal: '=+',
  Slash: '/?',
  Period: '.>',
  Comma: ',<',
  Semicolon: ';:',
  Quote: '\'"',
  Backslash: '\\|',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backquote: '`~',
  Space: '  ',
  NumpadDecimal: '..',
  NumpadSubtract: '--',
  NumpadAdd: '++',
  NumpadDivide: '//',
  NumpadMultiply: '**',
};
