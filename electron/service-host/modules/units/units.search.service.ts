import type { WriteTx } from '../../database/database.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { unitSummaries } from './units.queries.ts';
import { unitSearchEntry } from './units.rules.ts';

/** Makes a unit findable, or brings its entry up to date. */
export async function indexUnit(tx: WriteTx, id: string): Promise<void> {
  for (const unit of await unitSummaries(tx, [id])) {
    await indexForSearch(tx, { kind: 'unit', subjectId: unit.id, ...unitSearchEntry(unit) });
  }
}
