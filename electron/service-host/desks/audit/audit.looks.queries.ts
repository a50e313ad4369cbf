import { and, desc, eq } from 'drizzle-orm';
import { dayOf, type Moment } from '#shared/domain/days.ts';
import { lookSubject, type Look } from '#shared/domain/looks.ts';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { auditEntries } from '../../schema/audit.tables.ts';

/**
 * The look, as long as it is not on record for the day of `lookedAt` yet; undefined when it is, and for the program, which
 * looks at nothing.
 */
export async function unrecordedLook(
  tx: ReadTx,
  look: Look | undefined,
  lookedAt: Moment = tx.now,
): Promise<Look | undefined> {
  const { personId } = tx.actor;
  if (look === undefined || personId === null) return undefined;
  const [last] = await tx.run(lastLook, { subjectId: look.id, personId });
  return last !== undefined && dayOf(momentOf(last)) === dayOf(lookedAt) ? undefined : look;
}

/** When somebody looked, which is before it was written where the disk was full. */
function momentOf({ at, after }: { readonly at: Moment; readonly after: unknown }): Moment {
  const isLate = typeof after === 'object' && after !== null && 'lookedAt' in after;
  return isLate && typeof after.lookedAt === 'number' ? after.lookedAt : at;
}

const lastLook = statement('audit.lastLook', (db) =>
  db
    .select({ at: auditEntries.at, after: auditEntries.after })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, lookSubject),
        eq(auditEntries.subjectId, given('subjectId')),
        eq(auditEntries.personId, given('personId')),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(1),
);
