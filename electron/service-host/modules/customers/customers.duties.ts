import { and, eq, gte, notExists, or, sql } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Owed, Subjects, ToldDuty } from '../../desks/duties/duty.ts';
import { contactPersons, customers, telephones } from '../../schema/customers.tables.ts';
import { dueClock } from '../settings/due-clock.queries.ts';

/** "A new customer's file is complete within 2 days or it is on the to-do list" (requirements, Customer file). */
export const customerFile: ToldDuty<'customerFile'> = {
  kind: 'customerFile',
  of: 'customer',
  team: 'customers.edit',
  table: customers,
  owed,
  named: async (tx, ids) => {
    const rows = await tx.db
      .select({ id: customers.id, about: customers.name })
      .from(customers)
      .where(among(customers.id, ids));
    return new Map(rows.map(({ id, about }) => [id, { number: '', about }]));
  },
};

/** Complete is a file with region, address and a telephone number; that of a firm names a person as well. */
async function owed(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const one = { one: sql`1` };
  const numbers = tx.db.select(one).from(telephones).where(eq(telephones.customerId, customers.id));
  const persons = tx.db
    .select(one)
    .from(contactPersons)
    .where(and(eq(contactPersons.customerId, customers.id), eq(contactPersons.active, true)));
  const isIncomplete = or(
    eq(customers.region, ''),
    eq(customers.address, ''),
    notExists(numbers),
    and(eq(customers.kind, 'firm'), notExists(persons)),
  );
  const rows = await tx.db
    .select({ id: customers.id, createdAt: customers.createdAt })
    .from(customers)
    .where(
      and(
        eq(customers.active, true),
        gte(customers.createdAt, clock.limits.since),
        isIncomplete,
        of(customers.id),
      ),
    );
  return rows.map(({ id, createdAt }) => {
    const dueAt = clock.afterDays(createdAt, clock.limits.customerFileDays);
    return { subjectId: id, round: '', ownerId: null, dueAt, ...clock.steps(dueAt) };
  });
}
