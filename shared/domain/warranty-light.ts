import { verdicts, type Verdict } from './states.ts';

/** What a list says of the warranty of a whole unit in one word. */
export const warrantyLights = [...verdicts, 'partlyCovered'] as const;
export type WarrantyLight = (typeof warrantyLights)[number];

/** The verdict on one component group of a unit. */
export interface GroupVerdict {
  readonly verdict: Verdict;
  /** Wear parts are never covered and say nothing of the unit. */
  readonly wearPart: boolean;
}

/**
 * The one light for the component groups of a unit: covered only if every one of them is, so that nobody is promised what
 * one group alone still has; undecided if none is covered and some are undecided, or where there are none.
 */
export function lightOf(groups: readonly GroupVerdict[]): WarrantyLight {
  const lasting = groups.filter(({ wearPart }) => !wearPart);
  const counted = (lasting.length > 0 ? lasting : groups).map(({ verdict }) => verdict);
  if (counted.includes('covered'))
    return counted.every((verdict) => verdict === 'covered') ? 'covered' : 'partlyCovered';
  return counted.includes('notCovered') && !counted.includes('undecided') ? 'notCovered' : 'undecided';
}
