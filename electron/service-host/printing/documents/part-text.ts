import { fill } from '../fill.ts';
import type { PaperWording } from './paper-context.ts';

/** Name and specification of a part in one cell; a part given in place of another names that one. */
export function partText(
  part: {
    readonly partName: string;
    readonly specification: string;
    readonly substituteFor?: string | undefined;
  },
  words: PaperWording,
): string {
  const substitute = part.substituteFor ? fill(words.substituteFor, { number: part.substituteFor }) : '';
  return [`${part.partName} ${part.specification}`.trim(), substitute].filter(Boolean).join('\n');
}
