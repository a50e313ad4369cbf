import { and, desc, eq } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import { lookSubject, type Look } from '#shared/domain/looks.ts';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { auditEntries } from './audit.tables.ts';

/** The look, as long as it is not on record yet; undefined when it is, and for the program, which looks at nothing. */
export async function unrecordedLook(tx: ReadTx, look: Look | undefined): Promise<Look | undefined> {
  const { personId } = tx.actor;
  if (look === undefined || personId === null) return undefined;
  const [last] = await tx.run(lastLook, { subjectId: look.id, personId });
  return last !== undefined && dayOf(last.at) === dayOf(tx.now) ? undefined : look;
}

const lastLook = statement('audit.lastLook', (db) =>
  db
    .select({ at: auditEntries.at })
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
