import { and, eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { auditEntries } from '../../schema/audit.tables.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import type { requisitions } from '../../schema/requisitions.tables.ts';

type Requisition = typeof requisitions.$inferSelect;

/** Everybody a requisition belongs to, and who therefore never decides on it: who wrote, changed or submitted it, and whose account will hold the parts. */
export async function concernedPeople(tx: ReadTx, found: Requisition): Promise<readonly string[]> {
  const editors = await tx.db
    .selectDistinct({ personId: auditEntries.personId })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, 'requisition'),
        eq(auditEntries.subjectId, found.id),
        eq(auditEntries.act, 'requisitions.edit'),
      ),
    );
  const holder = (await accountsNamed(tx, [found.holderAccountId]))(found.holderAccountId);
  const named = [
    found.createdBy,
    found.takenOverBy,
    found.submittedBy,
    holder.personId,
    ...editors.map((editor) => editor.personId),
  ];
  return [...new Set(named.filter((person) => person !== null))];
}
