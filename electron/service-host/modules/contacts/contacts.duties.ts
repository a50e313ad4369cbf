import { and, eq, isNotNull } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Owed, Subjects, ToldDuty } from '../../desks/duties/duty.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { dueClock } from '../settings/due-clock.queries.ts';

/** A caller who was promised a call gets it at the moment promised; who took the call owes it. */
export const promisedCall: ToldDuty<'promisedCall'> = {
  kind: 'promisedCall',
  of: 'contact',
  team: 'contacts.record',
  table: contacts,
  owed,
  named: async (tx, ids) => {
    const rows = await tx.db
      .select({ id: contacts.id, number: contacts.number, about: contacts.callerName })
      .from(contacts)
      .where(among(contacts.id, ids));
    return new Map(rows.map((row) => [row.id, row]));
  },
};

async function owed(tx: ReadTx, of: Subjects): Promise<readonly Owed[]> {
  const clock = await dueClock(tx);
  const rows = await tx.db
    .select({ id: contacts.id, nextCallAt: contacts.nextCallAt, ownerId: contacts.personId })
    .from(contacts)
    .where(and(eq(contacts.state, 'toBeClarified'), isNotNull(contacts.nextCallAt), of(contacts.id)));
  // Another moment is another promise: the call before it was made.
  return rows.map(({ id, nextCallAt, ownerId }) => {
    const dueAt = nextCallAt ?? tx.now;
    return { subjectId: id, round: `${nextCallAt}`, ownerId, dueAt, ...clock.steps(dueAt) };
  });
}
