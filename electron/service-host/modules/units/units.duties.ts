import { and, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Owed, Subjects, ToldDuty } from '../../desks/duties/duty.ts';
import { units } from '../../schema/units.tables.ts';
import { dueClock } from '../settings/due-clock.queries.ts';

/**
 * "Warranty card: recorded within 20 days after the sale" (requirements, Warranty card), counted in days of the calendar. The
 * day on which it came in stands in the file of the unit. A unit that became known after its limit owes no card any more:
 * there the card is late, and what the dealer is paid is the warranty's matter.
 */
export const warrantyCard: ToldDuty<'warrantyCard'> = {
  kind: 'warrantyCard',
  of: 'unit',
  team: 'units.edit',
  table: units,
  owed,
  named: async (tx, ids) => {
    const rows = await tx.db
      .select({ id: units.id, plate: units.plate, serialNumber: units.serialNumber, about: units.dealer })
      .from(units)
      .where(among(units.id, ids));
    return new Map(
      rows.map(({ id, plate, serialNumber, about }) => [id, { number: serialNumber || plate, about }]),
    );
  },
};

async function owed(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const { since, cardDays } = clock.limits;
  const rows = await tx.db
    .select({ id: units.id, saleDay: units.saleDay, createdAt: units.createdAt })
    .from(units)
    .where(
      and(
        eq(units.active, true),
        isNotNull(units.saleDay),
        isNull(units.cardReceivedDay),
        gte(units.createdAt, since),
        of(units.id),
      ),
    );
  return rows.flatMap(({ id, saleDay, createdAt }) => {
    if (saleDay === null) return [];
    const dueAt = clock.endOf(saleDay, cardDays);
    if (createdAt >= dueAt) return [];
    return [{ subjectId: id, round: saleDay, ownerId: null, dueAt, ...clock.steps(dueAt) }];
  });
}
