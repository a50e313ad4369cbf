import { Checkbox } from 'antd';
import type { RefusalCode } from '#shared/contract/refusals.ts';
import { useText } from '../app/text.ts';
import type { Trouble } from '../service/trouble.ts';

/** What a person says of a reading that the host doubts. */
export interface SaidOfReading {
  readonly counterReplaced: boolean;
  readonly readingConfirmed: boolean;
}

/** Nothing is said of a reading before it is doubted, nor of another one typed since. */
export const nothingSaidOfReading: SaidOfReading = { counterReplaced: false, readingConfirmed: false };

const below: readonly RefusalCode[] = ['READING_BELOW_LAST', 'HOURS_BELOW_LAST'];
const jumps: readonly RefusalCode[] = ['READING_JUMPS', 'HOURS_JUMP'];

/** Whether the counter was refused because it shows less than before, or far more than usual. */
export function doubtOf(trouble: Trouble | null): 'below' | 'jumps' | undefined {
  if (trouble?.kind !== 'refused') return undefined;
  if (below.includes(trouble.code)) return 'below';
  return jumps.includes(trouble.code) ? 'jumps' : undefined;
}

/** Asks about a reading that was doubted, in its place: was the counter replaced, is the reading right all the same? */
export function ReadingDoubt({
  trouble,
  isBelow = false,
  said: { counterReplaced, readingConfirmed },
  onSay,
}: {
  readonly trouble: Trouble | null;
  /** The page knows already that it is less than before. */
  readonly isBelow?: boolean | undefined;
  readonly said: SaidOfReading;
  readonly onSay: (said: Partial<SaidOfReading>) => void;
}) {
  const t = useText();
  const doubt = doubtOf(trouble);
  const asksReplaced = isBelow || counterReplaced || doubt === 'below';
  const asksRight = readingConfirmed || doubt === 'jumps';
  if (!asksReplaced && !asksRight) return null;
  return (
    <>
      {asksReplaced && (
        <Checkbox
          checked={counterReplaced}
          onChange={(event) => onSay({ counterReplaced: event.target.checked })}
        >
          {t('units.counterReplaced')}
        </Checkbox>
      )}
      {asksRight && (
        <Checkbox
          checked={readingConfirmed}
          onChange={(event) => onSay({ readingConfirmed: event.target.checked })}
        >
          {t('units.readingConfirmed')}
        </Checkbox>
      )}
    </>
  );
}
