import { and, between, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { auditRow } from '#shared/contract/audit.contract.ts';
import type { Page } from '#shared/contract/lists.ts';
import type { Moment } from '#shared/domain/days.ts';
import { lookSubject } from '#shared/domain/looks.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, type PageInput, readPage } from '../../database/read-page.ts';
import { auditEntries, isLook, isNoLook } from './audit.tables.ts';

export type AuditRow = z.infer<typeof auditRow>;

interface AuditFilter {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly personId?: string | undefined;
  readonly withoutLooks?: boolean | undefined;
}

/** A page of the audit trail, in the order of its entries. */
export async function listAudit(
  tx: ReadTx,
  input: PageInput<'sequence'> & { readonly filter: AuditFilter },
): Promise<Page<AuditRow>> {
  const { subjectKind, subjectId, personId, withoutLooks } = input.filter;
  const isOfLooks = subjectKind === lookSubject;
  // One person's changes, or looks, have an index each. PostgreSQL thinks that who is frequent in the trail is so in both,
  // and would walk along all entries for somebody who has none; in the order of the person it cannot.
  const inOrderOfPerson = personId !== undefined && subjectId === undefined && (isOfLooks || withoutLooks);
  const ofPerson = personId === undefined ? undefined : eq(auditEntries.personId, personId);
  return readPage(tx, input, {
    from: auditEntries,
    id: auditEntries.sequence,
    sorts: { sequence: inOrderOfPerson ? auditEntries.personId : auditEntries.sequence },
    where: [
      isOfLooks ? isLook : subjectKind === undefined ? undefined : eq(auditEntries.subjectKind, subjectKind),
      subjectId === undefined ? undefined : eq(auditEntries.subjectId, subjectId),
      inOrderOfPerson ? between(auditEntries.personId, personId, personId) : ofPerson,
      withoutLooks ? isNoLook : undefined,
    ],
    rows: async (sequences) => {
      const rows = await tx.db.select().from(auditEntries).where(among(auditEntries.sequence, sequences));
      return rows.map(({ personId: _, previousHash: __, ...row }) => row);
    },
    idOf: (row) => row.sequence,
  });
}

/** Who changed a record last, and when; undefined when the trail knows nothing of it. */
export async function lastChange(
  tx: ReadTx,
  subjectKind: string,
  subjectId: string,
): Promise<{ readonly by: string; readonly at: Moment } | undefined> {
  const [last] = await tx.db
    .select({ by: auditEntries.personName, at: auditEntries.at })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, subjectKind), eq(auditEntries.subjectId, subjectId)))
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  return last;
}
