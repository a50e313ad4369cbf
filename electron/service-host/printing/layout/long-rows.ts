import type { Typesetter } from './typesetter.ts';
import { rulePoints } from './look.ts';
import { cutAfterLines, lineHeight } from './text-width.ts';

/** A page ends at a row, so no row is higher than this share of a page. */
const highestShare = 2 / 5;

/**
 * The texts of a row as one row or, where one of them is very long, as several that follow each other: then every row can
 * stay whole at the end of a page, and one long text lets no other row break.
 */
export function rowsOf(
  texts: readonly string[],
  widthsPoints: readonly number[],
  { look, heightPoints }: Typesetter,
): readonly (readonly string[])[] {
  const most = Math.max(1, Math.floor((heightPoints * highestShare) / (look.text * lineHeight)));
  const pieces = texts.map((text, index) => {
    const room = (widthsPoints[index] ?? 0) - 2 * look.paddingSide - 2 * rulePoints;
    const found: string[] = [];
    let rest = text;
    do {
      const [piece, after] = cutAfterLines(rest, room, look.text, most);
      found.push(piece);
      rest = after;
    } while (rest !== '');
    return found;
  });
  const count = Math.max(...pieces.map((found) => found.length));
  return Array.from({ length: count }, (_, index) => pieces.map((found) => found[index] ?? ''));
}
