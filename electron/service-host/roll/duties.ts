import type { ReadTx } from '../database/database.ts';
import { urgentDuties } from '../desks/duties/duties.queries.ts';
import type { Duties } from '../desks/duties/duty.ts';
import { nouns } from './nouns.ts';
import { partsOf } from './parts-of.ts';

/** Every kind of duty, by its name. */
// The page of a noun has the truth of each duty on its card, or does not compile.
export const duties = partsOf(nouns, 'duties') as unknown as Duties;

/** The open duties that press a person most, for a card: routes hand it to the view that wants it. */
export function mostUrgentDuties(tx: ReadTx, personId: string | null, limit: number) {
  return urgentDuties(tx, duties, personId, limit);
}
