import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { editCustomer } from '../customers/customers.service.ts';
import { customers } from '../customers/customers.tables.ts';
import { indexForSearch } from '../search/search.service.ts';
import { unitSummaries } from './units.queries.ts';
import { unitSearchEntry } from './units.rules.ts';
import { units } from './units.tables.ts';

/** Units that are brought up to date at a time, so that a fleet of any size fits the memory. */
const unitsAtATime = 400;

/** Makes a unit findable, or brings its entry up to date. */
export async function indexUnit(tx: WriteTx, id: string): Promise<void> {
  await indexUnits(tx, [id]);
}

/** Changes a customer as editCustomer does; under a new name its units are found at once. */
export async function editCustomerWithUnits(tx: WriteTx, input: Parameters<typeof editCustomer>[1]) {
  const [before] = await tx.db
    .select({ name: customers.name })
    .from(customers)
    .where(eq(customers.id, input.id));
  const saved = await editCustomer(tx, input);
  if (before?.name !== input.name) await indexUnitsWhere(tx, 'customerId', input.id);
  return saved;
}

/** Brings the entries of all units of a customer or a model up to date. */
export async function indexUnitsWhere(
  tx: WriteTx,
  owner: 'customerId' | 'productId',
  id: string,
): Promise<void> {
  const ids = (await tx.db.select({ id: units.id }).from(units).where(eq(units[owner], id))).map(
    (unit) => unit.id,
  );
  for (let start = 0; start < ids.length; start += unitsAtATime)
    await indexUnits(tx, ids.slice(start, start + unitsAtATime));
}

async function indexUnits(tx: WriteTx, ids: readonly string[]): Promise<void> {
  for (const unit of await unitSummaries(tx, ids)) {
    await indexForSearch(tx, { kind: 'unit', subjectId: unit.id, ...unitSearchEntry(unit) });
  }
}
