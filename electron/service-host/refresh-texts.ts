import { theProgram } from '#shared/domain/actor.ts';
import type { Database, WriteTx } from './database/database.ts';
import { fillCustomerSortKeys } from './modules/customers/customers.sort-keys.service.ts';
import { fillPartSortKeys } from './modules/parts/parts.sort-keys.service.ts';
import { refreshSearchTexts } from './desks/search/search.service.ts';

/** Rows of one write: others wait for it. */
const portion = 500;

/**
 * Brings the texts that the program makes out of names up to date: rows of an older program have no key to sort by yet, or an
 * older form to be found by. It goes on at the next start where it was interrupted.
 */
export async function refreshTexts(database: Database): Promise<void> {
  const steps: readonly ((tx: WriteTx, limit: number) => Promise<number>)[] = [
    fillCustomerSortKeys,
    fillPartSortKeys,
    refreshSearchTexts,
  ];
  for (const step of steps) {
    let done: number;
    do done = await database.write(theProgram, (tx) => step(tx, portion));
    while (done === portion);
  }
}
