import { and, asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { attachmentRow } from '#shared/contract/attachments.contract.ts';
import { attachableKinds, type AttachableKind } from '#shared/nouns/index.ts';
import { settingGroups } from '#shared/domain/setting-groups.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { refuseUnlessMaySee } from '../may-see.ts';
import { people } from '../../schema/people.tables.ts';
import { recordTables } from '../../schema/records.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { attachments } from '../../schema/attachments.tables.ts';

export type AttachmentRow = z.infer<typeof attachmentRow>;

/** What attachments hang on. */
export interface AttachmentSubject {
  readonly subjectKind: AttachableKind;
  readonly subjectId: string;
}

/** Everything attached to a record, voided ones too, in the order in which it was added. Refuses NOT_PERMITTED. */
export async function listAttachments(tx: ReadTx, subject: AttachmentSubject): Promise<AttachmentRow[]> {
  refuseUnlessMaySee(tx.actor, subject.subjectKind);
  const rows = await tx.db
    .select({ attachment: attachments, addedByName: people.name })
    .from(attachments)
    .leftJoin(people, eq(people.id, attachments.addedBy))
    .where(
      and(eq(attachments.subjectKind, subject.subjectKind), eq(attachments.subjectId, subject.subjectId)),
    )
    .orderBy(asc(attachments.id));
  return rows.map(({ attachment, addedByName }) => {
    const { subjectKind: _, subjectId: __, sha256: ___, addedBy: ____, ...row } = attachment;
    return { ...row, addedByName: addedByName ?? '' };
  });
}

/** One attachment as it stands in the books. Refuses NOT_FOUND, and NOT_PERMITTED to who may not see its record. */
export async function getAttachment(tx: ReadTx, { id }: { readonly id: string }) {
  const [row] = await tx.db.select().from(attachments).where(eq(attachments.id, id));
  // Kept PDFs of prints lie here too; they are had by the print alone.
  const kind = attachableKinds.find((one) => one === row?.subjectKind);
  if (!row || !kind) return refuse('NOT_FOUND', { kind: 'attachment' });
  refuseUnlessMaySee(tx.actor, kind);
  return row;
}

/** Whether anything in the books, voided or not, has this content. */
export async function isAttached(tx: ReadTx, sha256: string): Promise<boolean> {
  return (await tx.db.$count(attachments, eq(attachments.sha256, sha256))) > 0;
}

/** The number of the report whose signed paper this attachment is; undefined for every other attachment. */
export async function reportSignedWith(tx: ReadTx, id: string): Promise<string | undefined> {
  const [report] = await tx.db
    .select({ number: serviceReports.number })
    .from(serviceReports)
    .where(eq(serviceReports.scanId, id));
  return report?.number;
}

/** Whether the record that something is to be attached to exists. */
export async function subjectExists(
  tx: ReadTx,
  { subjectKind, subjectId }: AttachmentSubject,
): Promise<boolean> {
  if (subjectKind === 'setting') return settingGroups.some((group) => group === subjectId);
  const table = recordTables[subjectKind];
  const [found] = await tx.db.select({ id: table.id }).from(table).where(eq(table.id, subjectId));
  return found !== undefined;
}
